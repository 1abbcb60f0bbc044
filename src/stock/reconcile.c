#include "reconcile.h"

void
gr_reconciliation_free (GrReconciliation *reconciliation)
{
  if (reconciliation == NULL)
    return;
  g_array_unref (reconciliation->missing);
  g_array_unref (reconciliation->unwanted);
  g_free (reconciliation);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static GHashTable *
index_by_line (const GArray *wanted)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < wanted->len; i++) {
    GrWantedMove *want = &g_array_index (wanted, GrWantedMove, i);

    g_hash_table_insert (index, &want->line_id, want);
  }
  return index;
}

/* Ticks off what stands as wanted, once a line; the rest is unwanted. */
static void
tick_off (GHashTable *open, const GArray *standing, GArray *unwanted)
{
  for (guint i = 0; i < standing->len; i++) {
    const GrStandingMove *stands = &g_array_index (standing, GrStandingMove, i);
    const GrWantedMove *want = g_hash_table_lookup (open, &stands->line_id);

    if (want != NULL && want->location_id == stands->location_id)
      g_hash_table_remove (open, &stands->line_id);
    else
      g_array_append_val (unwanted, stands->move_id);
  }
}

/**
 * gr_reconcile:
 * @wanted: (element-type GrWantedMove): one a line
 * @standing: (element-type GrStandingMove): in any order
 *
 * Holds what the documents want against what the ledger has: what is missing is to be posted, what is unwanted to be
 * taken back. Where both agree there is nothing to do, so that doing it twice is doing it once. O(n log n).
 */
GrReconciliation *
gr_reconcile (const GArray *wanted, const GArray *standing)
{
  GrReconciliation *reconciliation = g_new0 (GrReconciliation, 1);
  g_autoptr (GHashTable) open = index_by_line (wanted);
  GHashTableIter iter;
  gpointer line_id;

  reconciliation->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  reconciliation->unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  tick_off (open, standing, reconciliation->unwanted);
  g_hash_table_iter_init (&iter, open);
  while (g_hash_table_iter_next (&iter, &line_id, NULL))
    g_array_append_vals (reconciliation->missing, line_id, 1);
  g_array_sort (reconciliation->missing, compare_ids);
  g_array_sort (reconciliation->unwanted, compare_ids);
  return reconciliation;
}
