#include "compact.h"

#include "guard.h"
#include "query.h"

/*
 * Lines of a batch that was taken back have none any more. The very last line stays whatever it is of: numbers are
 * given from the highest on, and the ledger still names those of lines that are gone.
 */
static const char purge_sql[] =
    "DELETE FROM sale_line WHERE NOT EXISTS (SELECT 1 FROM sale_batch b WHERE b.id = sale_line.batch_id) "
    "AND id < (SELECT max (id) FROM sale_line)";

/**
 * gr_compact_sold_lines:
 * @n_gone: (out): how many
 *
 * Inside a deed: removes the sold lines of imports that were taken back. They are kept that long because a redo counts
 * them again; the open deed has to be one that stays, after which there is nothing to redo. They count nowhere, so
 * nothing else changes. O(sold lines).
 */
gboolean
gr_compact_sold_lines (GrDatabase *database, gint64 *n_gone, GError **error)
{
  g_autoptr (GrGuard) guard = gr_guard_take_down (database, "sale_line", error);

  *n_gone = 0;
  if (guard == NULL || !gr_query_run (database, error, purge_sql, ""))
    return FALSE;
  *n_gone = sqlite3_changes64 (gr_database_handle (database));
  return gr_guard_put_up (guard, error);
}

/**
 * gr_compact_file:
 *
 * Gives the disk back what the file no longer needs: it is written anew, as a whole or not at all. Fails with
 * %GR_ERROR_BUSY where another program works in it, and with %GR_ERROR_IO where the disk has no room for a second copy.
 * O(size of the file); for a worker.
 */
gboolean
gr_compact_file (GrDatabase *database, GError **error)
{
  if (!gr_query_script (database, "VACUUM", error))
    return FALSE;
  sqlite3_wal_checkpoint_v2 (gr_database_handle (database), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return TRUE;
}
