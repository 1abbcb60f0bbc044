#include "file-replacer.h"

#include "domain/base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _GrFileReplacer {
  char *target;
  char *path; /* NULL once it is in its place */
};

static gboolean
refuse (const char *target, int cause, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), target, g_strerror (cause));
  return FALSE;
}

/* A shop's file is not to be replaced by a table of it, whatever slip of the hand asks for that. */
static gboolean
is_database (const char *target)
{
  static const char magic[16] = "SQLite format 3";
  char head[sizeof magic];
  FILE *file = g_fopen (target, "rb");
  gboolean is_one;

  if (file == NULL)
    return FALSE;
  is_one = fread (head, 1, sizeof head, file) == sizeof head && memcmp (head, magic, sizeof magic) == 0;
  fclose (file);
  return is_one;
}

/**
 * gr_file_replacer_new:
 * @target: the file's name in the end
 *
 * Makes an empty file beside @target, to be written by its gr_file_replacer_path(). Fails with %GR_ERROR_IO where the
 * folder is not there or not writable, or @target is a folder; with %GR_ERROR_REFUSED where it is a database.
 */
GrFileReplacer *
gr_file_replacer_new (const char *target, GError **error)
{
  g_autoptr (GrFileReplacer) self = g_new0 (GrFileReplacer, 1);
  g_autofree char *path = g_strconcat (target, ".XXXXXX", NULL);
  int file;

  self->target = g_strdup (target);
  if (g_file_test (target, G_FILE_TEST_IS_DIR)) {
    refuse (target, EISDIR, error);
    return NULL;
  }
  if (is_database (target)) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("“%s” is a shop file or another database and was not changed"), target);
    return NULL;
  }
  file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0666);
  if (file < 0) {
    refuse (target, errno, error);
    return NULL;
  }
  close (file);
  self->path = g_steal_pointer (&path);
  return g_steal_pointer (&self);
}

/**
 * gr_file_replacer_free:
 *
 * What was not committed is given up, and nothing of it is left.
 */
void
gr_file_replacer_free (GrFileReplacer *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

/**
 * gr_file_replacer_path:
 *
 * Returns: the name to write to.
 */
const char *
gr_file_replacer_path (const GrFileReplacer *self)
{
  return self->path;
}

/**
 * gr_file_replacer_target:
 *
 * Returns: the name that the file gets when it is whole.
 */
const char *
gr_file_replacer_target (const GrFileReplacer *self)
{
  return self->target;
}

static gboolean
flush_to_disk (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_flushed = file >= 0 && fsync (file) == 0;
  int cause = errno;

  if (file >= 0)
    close (file);
  errno = cause;
  return is_flushed;
}

/**
 * gr_file_replacer_commit:
 *
 * Puts the file, written and closed, in its place in one step. Fails with %GR_ERROR_IO; what was there before is
 * then untouched.
 */
gboolean
gr_file_replacer_commit (GrFileReplacer *self, GError **error)
{
  g_return_val_if_fail (self->path != NULL, FALSE);
  if (!flush_to_disk (self->path) || g_rename (self->path, self->target) != 0)
    return refuse (self->target, errno, error);
  g_clear_pointer (&self->path, g_free);
  return TRUE;
}
