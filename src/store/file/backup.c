#include "backup.h"

#include "domain/base/error.h"
#include "file-system.h"
#include "query.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PAGES_A_STEP 1024

static gboolean
fail_with (sqlite3 *copy, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("The backup could not be saved: %s."), sqlite3_errmsg (copy));
  return FALSE;
}

static gboolean
copy_pages (GrDatabase *database, sqlite3 *copy, const GrProgress *progress, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", gr_database_handle (database), "main");
  gboolean is_wanted;
  int status = SQLITE_OK;

  if (backup == NULL)
    return fail_with (copy, error);
  is_wanted = gr_progress_report (progress, _ ("Saving the backup"), 0, error);
  while (is_wanted && (status = sqlite3_backup_step (backup, PAGES_A_STEP)) == SQLITE_OK) {
    double total = MAX (1, sqlite3_backup_pagecount (backup));

    is_wanted = gr_progress_report (
        progress, _ ("Saving the backup"), 1 - (double) sqlite3_backup_remaining (backup) / total, error);
  }
  sqlite3_backup_finish (backup);
  if (is_wanted && status != SQLITE_DONE)
    return fail_with (copy, error);
  return is_wanted;
}

/* The copy leaves WAL behind, so that it is one file, and proves sound before it gets its name. */
static gboolean
check_copy (sqlite3 *copy, GError **error)
{
  sqlite3_stmt *check = NULL;
  gboolean is_sound = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK &&
                      sqlite3_prepare_v2 (copy, "PRAGMA quick_check(1)", -1, &check, NULL) == SQLITE_OK &&
                      sqlite3_step (check) == SQLITE_ROW &&
                      g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0;

  sqlite3_finalize (check);
  if (!is_sound)
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The backup was discarded: the shop file it was read from is damaged."));
  return is_sound;
}

static gboolean
write_copy (GrDatabase *database, const char *path, const GrProgress *progress, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE | SQLITE_OPEN_NOFOLLOW;
  sqlite3 *copy = NULL;
  gboolean is_written = sqlite3_open_v2 (path, &copy, flags, NULL) == SQLITE_OK || fail_with (copy, error);

  is_written = is_written && copy_pages (database, copy, progress, error) && check_copy (copy, error);
  sqlite3_close (copy);
  return is_written;
}

/* Inside a reading transaction, the caller's if there is one, the copy is of one moment, and others' writing does not
 * make it start again. */
static gboolean
write_snapshot (GrDatabase *database, const char *path, const GrProgress *progress, GError **error)
{
  gboolean is_inside = gr_database_in_transaction (database);
  gint64 n_places;
  gboolean is_written;

  if (!is_inside && !gr_database_begin_reading (database, error))
    return FALSE;
  is_written = gr_query_int64 (database, &n_places, error, "SELECT count (*) FROM location", "") &&
               write_copy (database, path, progress, error);
  if (!is_inside)
    gr_database_rollback (database);
  return is_written;
}

/* By whatever name: put in the shop's place, the copy would part it from what has it open. */
static gboolean
refuse_shop_itself (GrDatabase *database, const char *path, GError **error)
{
  GStatBuf shop, target;

  if (g_stat (path, &target) != 0 || g_stat (gr_database_path (database), &shop) != 0 || shop.st_dev != target.st_dev ||
      shop.st_ino != target.st_ino)
    return TRUE;
  g_set_error_literal (
      error, GR_ERROR, GR_ERROR_REFUSED, _ ("That is the shop file itself; give its backup another name."));
  return FALSE;
}

/**
 * gr_backup_write:
 * @path: where to; what is there is replaced when the copy is whole, never before, whatever it is: ask
 *   gr_backup_target_check() first where a person chose the name
 *
 * Copies the shop as of one moment, others may go on working. Never leaves half a file. Fails with %GR_ERROR_IO,
 * %GR_ERROR_DAMAGED or %G_IO_ERROR_CANCELLED, and with %GR_ERROR_REFUSED where @path is the shop's own. O(size of the
 * file); for a worker.
 */
gboolean
gr_backup_write (GrDatabase *database, const char *path, const GrProgress *progress, GError **error)
{
  g_autofree char *real = gr_file_system_real_path (path, error);
  g_autofree char *draft = NULL;
  g_autofree char *folder = NULL;

  if (real == NULL || !refuse_shop_itself (database, real, error))
    return FALSE;
  folder = g_path_get_dirname (real);
  draft = g_strdup_printf ("%s.part-%08x", real, g_random_int());
  if (write_snapshot (database, draft, progress, error) && g_chmod (draft, 0600) == 0 &&
      gr_file_system_sync (draft, error)) {
    if (g_rename (draft, real) == 0)
      return gr_file_system_sync (folder, error);
    g_set_error_literal (error, GR_ERROR, GR_ERROR_IO, _ ("The backup could not be saved under that name."));
  }
  g_unlink (draft);
  return FALSE;
}
