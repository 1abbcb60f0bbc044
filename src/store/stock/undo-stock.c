#include "undo-stock.h"

#include "store/sales/demand-tally.h"
#include "domain/base/error.h"
#include "ledger-store.h"
#include "store/file/query.h"
#include "store/sales/sale-posting.h"
#include "store/catalogue/setting-store.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gint64 id;
  gint64 first_line_id;
  gint64 n_lines;
} Batch;

struct _GrUndoStock {
  GrDatabase *database;
  const GrDeed *deed;
  GArray *batches; /* those of the deed that counted before its rows are put back */
};

static gboolean
read_batches (GrUndoStock *self, GArray *batches, GError **error)
{
  GrQuery query = gr_query (self->database,
      "SELECT id, first_line_id, n_lines FROM sale_batch WHERE id IN "
      "(SELECT cast (row_id AS INTEGER) FROM deed_change WHERE deed_id = ?1 AND table_name = 'sale_batch') ORDER BY id",
      "l", self->deed->id);

  while (gr_query_next (&query)) {
    Batch batch = {gr_query_id (&query, 0), gr_query_id (&query, 1), gr_query_id (&query, 2)};

    g_array_append_val (batches, batch);
  }
  return gr_query_end (&query, error);
}

/* A place that was counted after the deed knows better than the deed what lies there. */
static gboolean
check_counts (GrUndoStock *self, GError **error)
{
  GrQuery query = gr_query (self->database,
      "SELECT i.code, deed_title (d.title, d.done_on) FROM move m "
      "JOIN last_count c ON c.item_id = m.item_id AND c.location_id IN (m.from_id, m.to_id) AND c.deed_id > m.deed_id "
      "JOIN item i ON i.id = m.item_id JOIN deed d ON d.id = c.deed_id "
      "WHERE m.deed_id = ?1 AND m.line_kind IS NOT 'sale' LIMIT 1",
      "l", self->deed->id);
  gboolean is_counted = gr_query_next (&query);

  if (is_counted)
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT, _ ("“%s” can’t be undone: item %s was counted since, by “%s”."),
        self->deed->title, gr_query_text (&query, 0), gr_query_text (&query, 1));
  return gr_query_end (&query, is_counted ? NULL : error) && !is_counted;
}

/**
 * gr_undo_stock_new:
 *
 * Looks at what @deed did to stock and sales. Fails with %GR_ERROR_CONFLICT where a later count stands in the way.
 */
GrUndoStock *
gr_undo_stock_new (GrDatabase *database, const GrDeed *deed, GError **error)
{
  g_autoptr (GrUndoStock) self = g_new0 (GrUndoStock, 1);

  self->database = database;
  self->deed = deed;
  self->batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  if (!check_counts (self, error) || !read_batches (self, self->batches, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gr_undo_stock_free (GrUndoStock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->batches);
  g_free (self);
}

static gboolean
tally_batches (GrUndoStock *self, const GArray *batches, GrTallyUse use, GError **error)
{
  int digits = gr_setting_store_currency_digits (self->database, error);
  g_autoptr (GrDemandTally) tally = digits >= 0 ? gr_demand_tally_new (digits) : NULL;

  if (tally == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++) {
    const Batch *batch = &g_array_index (batches, Batch, i);

    if (!gr_demand_tally_add_batch (tally, self->database, batch->first_line_id, batch->n_lines, error))
      return FALSE;
  }
  return gr_demand_tally_write (tally, self->database, use, NULL, error);
}

/* Batches that counted and do no more leave the demand, others come back to it. */
static gboolean
undo_demand (GrUndoStock *self, GError **error)
{
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (Batch));

  return read_batches (self, now, error) && tally_batches (self, self->batches, GR_TALLY_TAKE_BACK, error) &&
         tally_batches (self, now, GR_TALLY_ADD, error);
}

/*
 * The end of each move's chain of reversals, and how long it is: a move stands while that is even. Sales from before a
 * later count of their place are part of what was counted there, and stay.
 */
static const char standing_sql[] =
    "WITH RECURSIVE chain (root, id, depth) AS ("
    "  SELECT m.id, m.id, 0 FROM move m WHERE m.deed_id = ?1 AND (m.line_kind IS NOT 'sale' OR NOT EXISTS ("
    "    SELECT 1 FROM last_count c WHERE c.item_id = m.item_id AND c.location_id IN (m.from_id, m.to_id) "
    "    AND c.deed_id > m.deed_id AND c.counted_on > m.moved_on))"
    "  UNION ALL SELECT chain.root, move.id, chain.depth + 1 FROM chain JOIN move ON move.reverses = chain.id) "
    "SELECT id, max (depth) FROM chain GROUP BY root ORDER BY root DESC";

static gboolean
reverse_moves (GrUndoStock *self, GError **error)
{
  GrQuery query = gr_query (self->database, standing_sql, "l", self->deed->id);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    if (gr_query_int (&query, 1) % 2 == 0)
      g_array_append_val (ids, id);
  }
  if (!gr_query_end (&query, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!gr_ledger_reverse (self->database, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Items whose sales may move stock otherwise now: with moves, a changed row or count, or sold in a batch since counted.
 */
static const char touched_sql[] =
    "SELECT id FROM item WHERE id IN ("
    "  SELECT item_id FROM move WHERE deed_id = ?1 "
    "  UNION SELECT cast (row_id AS INTEGER) FROM deed_change WHERE deed_id = ?1 AND table_name = 'item' "
    "  UNION SELECT coalesce (before, after) ->> '$.item_id' FROM deed_change "
    "    WHERE deed_id = ?1 AND table_name = 'stock_count_line' "
    "  UNION SELECT s.item_id FROM sale_line s JOIN last_count c ON c.item_id = s.item_id AND s.sold_on >= "
    "c.counted_on "
    "    WHERE s.sold_on >= (SELECT min (counted_on) FROM last_count) AND s.batch_id IN "
    "    (SELECT cast (row_id AS INTEGER) FROM deed_change WHERE deed_id = ?1 AND table_name = 'sale_batch'))";

static gboolean
reconcile_sales (GrUndoStock *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query = gr_query (self->database, touched_sql, "l", self->deed->id);
  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (ids, id);
  }
  if (!gr_query_end (&query, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!gr_sale_posting_reconcile (self->database, g_array_index (ids, gint64, i), TRUE, error))
      return FALSE;
  return TRUE;
}

/**
 * gr_undo_stock_run:
 *
 * Takes the deed's moves back by reversing ones, its sold lines out of the demand (or into it again), and settles what
 * sales move stock. O(what the deed did).
 */
gboolean
gr_undo_stock_run (GrUndoStock *self, GError **error)
{
  return undo_demand (self, error) && reverse_moves (self, error) && reconcile_sales (self, error);
}
