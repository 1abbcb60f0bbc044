#include "item-history.h"

#include "store/demand-store.h"

/* History begins with a sale, not with a return. */
static guint
find_first_sale (const GArray *days)
{
  guint first = 0;

  while (first < days->len && g_array_index (days, GrDemandDay, first).sold_qty == 0)
    first++;
  return first;
}

/**
 * gr_item_history_read:
 * @rule: of the item
 * @until: the first day that is not history yet
 * @history: (out caller-allocates): finished; clear it with gr_demand_buckets_clear()
 *
 * One item's history as a forecast of it takes it. O(days it was sold on).
 */
gboolean
gr_item_history_read (GrDatabase *database, const GrHistoryRule *rule, GrGrain grain, GrDate until,
    GrDemandBuckets *history, GError **error)
{
  g_autoptr (GArray) days = gr_demand_store_of_item (database, rule->item_id, G_MININT32 + 1, until, error);
  guint first;

  if (days == NULL)
    return FALSE;
  first = find_first_sale (days);
  if (first == days->len)
    gr_demand_buckets_init (history, grain, until, until);
  else
    gr_history_rule_begin (rule, history, grain, g_array_index (days, GrDemandDay, first).sold_on, until);
  for (guint i = first; i < days->len; i++) {
    const GrDemandDay *day = &g_array_index (days, GrDemandDay, i);

    gr_demand_buckets_add (history, day->sold_on, day->sold_qty - day->returned_qty);
  }
  gr_demand_buckets_finish (history);
  return TRUE;
}
