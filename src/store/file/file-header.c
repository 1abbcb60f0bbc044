#include "file-header.h"

#include "domain/base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (log, &info) == 0 && info.st_size > 0;
}

/* https://www.sqlite.org/fileformat2.html, "The Database Header" */
static gboolean
check_bytes (const guint8 *header, gint64 size, int newest_version, GError **error)
{
  gint64 page_size = header[16] << 8 | header[17];
  gint64 n_pages = read_be32 (header + 28);

  if (memcmp (header, "SQLite format 3", 16) != 0 || read_be32 (header + 68) != GR_APPLICATION_ID ||
      read_be32 (header + 60) == 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_A_SHOP, _ ("This is not a Granary shop file."));
    return FALSE;
  }
  if (read_be32 (header + 60) > (guint32) newest_version) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NEWER,
        _ ("This shop file was saved by a newer version of Granary. It was not changed."));
    return FALSE;
  }
  if (page_size == 1)
    page_size = 65536;
  if (size >= 0 && size < n_pages * page_size) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The shop file is damaged: its end is missing. It was not changed."));
    return FALSE;
  }
  return TRUE;
}

/**
 * gr_file_header_check:
 *
 * Looks at a file before SQLite does, so that what is refused is left untouched. Fails with %GR_ERROR_NOT_FOUND,
 * %GR_ERROR_NOT_A_SHOP, %GR_ERROR_NEWER, %GR_ERROR_DAMAGED or %GR_ERROR_IO.
 */
gboolean
gr_file_header_check (const char *path, int newest_version, GError **error)
{
  guint8 header[HEADER_SIZE] = {0};
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat info = {0};
  ssize_t n_read;

  if (file < 0) {
    g_autofree char *name = g_filename_display_basename (path);
    int saved = errno;

    g_set_error (
        error, GR_ERROR, saved == ENOENT ? GR_ERROR_NOT_FOUND : GR_ERROR_IO, "%s: %s", name, g_strerror (saved));
    return FALSE;
  }
  n_read = pread (file, header, sizeof header, 0);
  fstat (file, &info);
  close (file);
  if (n_read < (ssize_t) sizeof header)
    memset (header, 0, sizeof header);
  return check_bytes (header, has_log (path) ? -1 : (gint64) info.st_size, newest_version, error);
}
