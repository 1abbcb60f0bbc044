#include "store/journal/deed-book.h"
#include "demand-store.h"
#include "demand-tally.h"
#include "store/file/guard.h"
#include "store/file/query.h"
#include "sale-posting.h"
#include "sale-duplicates.h"
#include "store/catalogue/setting-store.h"

/* From so many lines on it pays to take the table's guard down. */
#define MANY 2000

struct _GrSaleBatch {
  GrDatabase *database;
  sqlite3_stmt *insert;
  gint64 id; /* 0 until the first line that is new */
  gint64 first_line_id;
  gint64 last_line_id;
  GrGuard *guard; /* (nullable) */
  GrSaleDuplicates *duplicates;
  GrDemandTally *tally;
  GHashTable *postings; /* gint64: GrSalePosting */
  GrSaleBatchSummary summary;
};

/**
 * gr_sale_batch_begin:
 *
 * Starts adding sold lines inside the open deed. One batch at a time.
 */
GrSaleBatch *
gr_sale_batch_begin (GrDatabase *database, GError **error)
{
  int digits = gr_setting_store_currency_digits (database, error);
  g_autoptr (GrSaleBatch) batch = NULL;

  if (digits < 0)
    return NULL;
  batch = g_new0 (GrSaleBatch, 1);
  batch->database = database;
  batch->duplicates = gr_sale_duplicates_new (database);
  batch->tally = gr_demand_tally_new (digits);
  batch->postings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  batch->summary.first_day = batch->summary.last_day = GR_DATE_NONE;
  batch->insert = gr_database_prepare (database,
      "INSERT INTO sale_line (id, batch_id, item_id, sold_on, qty, unit_price, invoice, line) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  return batch->insert != NULL ? g_steal_pointer (&batch) : NULL;
}

void
gr_sale_batch_free (GrSaleBatch *batch)
{
  if (batch == NULL)
    return;
  if (gr_database_in_transaction (batch->database))
    gr_guard_put_up (batch->guard, NULL);
  gr_guard_free (batch->guard);
  gr_sale_duplicates_free (batch->duplicates);
  gr_demand_tally_free (batch->tally);
  g_hash_table_unref (batch->postings);
  g_free (batch);
}

static gboolean
open_batch (GrSaleBatch *batch, GError **error)
{
  gint64 deed_id;

  if (!gr_deed_book_current (batch->database, &deed_id, error) ||
      !gr_query_int64 (batch->database, &batch->last_line_id, error, "SELECT max (id) FROM sale_line", ""))
    return FALSE;
  batch->first_line_id = batch->last_line_id + 1;
  if (!gr_query_run (batch->database, error,
          "INSERT INTO sale_batch (deed_id, first_line_id, n_lines) VALUES (?1, ?2, 0)", "ll", deed_id,
          batch->first_line_id))
    return FALSE;
  batch->id = sqlite3_last_insert_rowid (gr_database_handle (batch->database));
  return TRUE;
}

/* The room's hottest statement, so bound by hand. */
static gboolean
insert_line (GrSaleBatch *batch, const GrSaleLine *line, GError **error)
{
  sqlite3_stmt *insert = batch->insert;
  int status;

  sqlite3_bind_int64 (insert, 1, ++batch->last_line_id);
  sqlite3_bind_int64 (insert, 2, batch->id);
  sqlite3_bind_int64 (insert, 3, line->item_id);
  sqlite3_bind_int (insert, 4, line->sold_on);
  sqlite3_bind_int64 (insert, 5, line->qty);
  sqlite3_bind_int64 (insert, 6, line->unit_price);
  sqlite3_bind_text (insert, 7, line->invoice, -1, SQLITE_STATIC);
  sqlite3_bind_int (insert, 8, line->line);
  status = sqlite3_step (insert);
  if (status != SQLITE_DONE)
    gr_database_fail (batch->database, error);
  sqlite3_reset (insert);
  return status == SQLITE_DONE;
}

static const GrSalePosting *
find_posting (GrSaleBatch *batch, gint64 item_id, GError **error)
{
  GrSalePosting *posting = g_hash_table_lookup (batch->postings, &item_id);

  if (posting != NULL)
    return posting;
  posting = g_new0 (GrSalePosting, 1);
  g_hash_table_insert (batch->postings, g_memdup2 (&item_id, sizeof item_id), posting);
  return gr_sale_posting_find (batch->database, item_id, posting, error) ? posting : NULL;
}

static gboolean
move_stock (GrSaleBatch *batch, const GrSaleLine *line, GError **error)
{
  const GrSalePosting *posting = find_posting (batch, line->item_id, error);
  gboolean is_moved;

  if (posting == NULL || !gr_sale_posting_post (batch->database, posting, line, batch->last_line_id, &is_moved, error))
    return FALSE;
  if (is_moved)
    batch->summary.n_moved++;
  return TRUE;
}

static void
widen_span (GrSaleBatchSummary *summary, GrDate day)
{
  if (summary->first_day == GR_DATE_NONE || day < summary->first_day)
    summary->first_day = day;
  if (summary->last_day == GR_DATE_NONE || day > summary->last_day)
    summary->last_day = day;
}

/**
 * gr_sale_batch_add:
 * @is_duplicate: (out): whether the line is in the file already, and was left out
 *
 * Adds a line, and moves stock for it where it was sold on or after the day of its item's count. Fails with
 * %GR_ERROR_INVALID for a quantity of 0 and %GR_ERROR_NOT_FOUND for an unknown item.
 */
gboolean
gr_sale_batch_add (GrSaleBatch *batch, const GrSaleLine *line, gboolean *is_duplicate, GError **error)
{
  if (!gr_sale_duplicates_check (batch->duplicates, line, is_duplicate, error))
    return FALSE;
  if (*is_duplicate) {
    batch->summary.n_duplicates++;
    return TRUE;
  }
  if (batch->id == 0 && !open_batch (batch, error))
    return FALSE;
  if (batch->summary.n_added == MANY) {
    batch->guard = gr_guard_take_down (batch->database, "sale_line", error);
    if (batch->guard == NULL)
      return FALSE;
  }
  if (!insert_line (batch, line, error) || !move_stock (batch, line, error))
    return FALSE;
  gr_demand_tally_add (batch->tally, line);
  widen_span (&batch->summary, line->sold_on);
  batch->summary.n_added++;
  return TRUE;
}

/**
 * gr_sale_batch_finish:
 * @summary: (out): what became of the lines
 *
 * Adds the lines to the daily demand and closes the batch; the deed stays open.
 */
gboolean
gr_sale_batch_finish (GrSaleBatch *batch, const GrProgress *progress, GrSaleBatchSummary *summary, GError **error)
{
  *summary = batch->summary;
  if (batch->id == 0)
    return TRUE;
  if (!gr_guard_put_up (batch->guard, error))
    return FALSE;
  g_clear_pointer (&batch->guard, gr_guard_free);
  return gr_demand_tally_write (batch->tally, batch->database, GR_TALLY_ADD, progress, error) &&
         gr_query_run (batch->database, error, "UPDATE sale_batch SET n_lines = ?2 WHERE id = ?1", "ll", batch->id,
             batch->summary.n_added);
}
