#define _GNU_SOURCE
#include "file-system.h"

#include "domain/base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/statfs.h>
#include <unistd.h>

/* statfs(2): file systems over a network, in user space or on sticks, where locks and shared memory can't be relied on.
 */
static const unsigned long unsafe_types[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB2 */
    0x65735546, /* FUSE */
    0x01021997, /* 9P */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
    0x00c36400, /* Ceph */
    0x0bd00bd0, /* Lustre */
    0x4d44,     /* FAT */
    0x2011bab0, /* exFAT */
};

static gboolean
fail_errno (const char *path, GError **error)
{
  int saved = errno;
  g_autofree char *name = g_filename_display_basename (path);
  GrError code = saved == ENOENT ? GR_ERROR_NOT_FOUND : saved == EEXIST ? GR_ERROR_EXISTS : GR_ERROR_IO;

  g_set_error (error, GR_ERROR, code, "%s: %s", name, g_strerror (saved));
  return FALSE;
}

/**
 * gr_file_system_real_path:
 *
 * Returns: (transfer full) (nullable): @path with its folder's symbolic links resolved; the file itself, which need
 *   not be there, is not followed.
 */
char *
gr_file_system_real_path (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *result;

  if (real == NULL) {
    fail_errno (folder, error);
    return NULL;
  }
  result = g_build_filename (real, name, NULL);
  free (real);
  return result;
}

/**
 * gr_file_system_is_safe:
 *
 * Returns: whether @path lies on a disk of this computer's own, as far as the system tells.
 */
gboolean
gr_file_system_is_safe (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (unsafe_types); i++)
    if (((unsigned long) info.f_type & 0xffffffffUL) == unsafe_types[i])
      return FALSE;
  return TRUE;
}

/**
 * gr_file_system_is_writable:
 *
 * Returns: whether the file can be written to, and others made beside it, as a shop's log has to be.
 */
gboolean
gr_file_system_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 && faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
}

/**
 * gr_file_system_rename_new:
 *
 * Renames, but never over something that is there already (%GR_ERROR_EXISTS).
 */
gboolean
gr_file_system_rename_new (const char *from, const char *to, GError **error)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return fail_errno (to, error);
  if (g_file_test (to, G_FILE_TEST_EXISTS)) {
    errno = EEXIST;
    return fail_errno (to, error);
  }
  return g_rename (from, to) == 0 || fail_errno (to, error);
}

/**
 * gr_file_system_sync:
 *
 * Waits until @path, a file or a folder, is on disk.
 */
gboolean
gr_file_system_sync (const char *path, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_done;

  if (file < 0)
    return fail_errno (path, error);
  is_done = fsync (file) == 0 || errno == EINVAL || fail_errno (path, error);
  close (file);
  return is_done;
}
