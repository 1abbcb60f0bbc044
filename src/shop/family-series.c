#include "item-series.h"

#include "series-sum.h"
#include "shop-private.h"

#include "store/demand-store.h"
#include "store/ledger-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The items that are summed, and what their past came to. */
typedef struct {
  GrItemSeries *series;
  const char *family;
  GHashTable *members; /* gint64 in the facts -> facts */
  GrQty on_hand;
  GrQty *changes; /* of stock, by bucket, the running one last */
  GrDate first_change;
} Work;

static gboolean
is_member (const Work *work, const GrItem *item)
{
  return work->family == NULL || g_strcmp0 (item->family != NULL ? item->family : "", work->family) == 0;
}

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer data)
{
  Work *work = data;

  if (g_hash_table_contains (work->members, &day->item_id))
    gr_series_sum_add_sales (work->series, day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

static gboolean
add_change_cb (const GrLedgerDay *day, gpointer data)
{
  Work *work = data;
  int bucket = MIN (gr_grain_between (work->series->grain, work->series->starts[0], day->day), work->series->n_past);

  if (!g_hash_table_contains (work->members, &day->item_id))
    return TRUE;
  work->changes[bucket] = gr_qty_add (work->changes[bucket], day->change);
  work->first_change = work->first_change == GR_DATE_NONE ? day->day : MIN (work->first_change, day->day);
  return TRUE;
}

/* Walks back from what is on hand; where that comes to nothing before the first change, nothing was known. */
static void
set_past_stock (Work *work)
{
  GrItemSeries *series = work->series;
  GrQty stock = work->on_hand;

  for (int i = series->n_past - 1; i >= 0; i--) {
    stock = gr_qty_add (stock, -work->changes[i + 1]);
    if (stock != 0 || (work->first_change != GR_DATE_NONE && series->starts[i + 1] > work->first_change))
      series->stock[i] = gr_qty_to_double (stock);
  }
}

static gboolean
add_past (Work *work, GrDatabase *database, GError **error)
{
  GrItemSeries *series = work->series;

  if (!gr_demand_store_each (database, series->starts[0], series->starts[series->n_past], add_sales_cb, work, error) ||
      !gr_ledger_history_each_day (database, series->starts[0], add_change_cb, work, error))
    return FALSE;
  set_past_stock (work);
  return TRUE;
}

/* The unit that all have in common. */
static void
note_unit (GrItemSeries *series, const char *unit)
{
  if (g_strcmp0 (series->unit, unit) == 0)
    return;
  unit = series->unit == NULL ? unit : _ ("units");
  g_free (series->unit);
  series->unit = g_strdup (unit);
}

static void
add_members (Work *work, GPtrArray *all, const GrPlanRules *rules)
{
  for (guint i = 0; i < all->len; i++) {
    GrPlanFacts *facts = g_ptr_array_index (all, i);

    if (!is_member (work, facts->item))
      continue;
    g_hash_table_insert (work->members, &facts->item->id, facts);
    work->on_hand = gr_qty_add (work->on_hand, facts->on_hand);
    note_unit (work->series, facts->item->unit);
    gr_series_sum_add_item (work->series, facts, rules);
  }
}

static const char *
title_of (const char *family)
{
  if (family == NULL)
    return _ ("All items");
  return *family == '\0' ? _ ("Without a family") : family;
}

/**
 * gr_shop_family_series:
 * @family: (nullable): a family's name, "" for items without one, %NULL for the whole shop
 *
 * The sum of the series of the family's items. A job for another thread: O(items + days of demand + moves in the time
 * shown).
 */
GrItemSeries *
gr_shop_family_series (GrShop *shop, const char *family, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GPtrArray) all = rules != NULL ? gr_plan_facts_load_all (database, rules, TRUE, error) : NULL;
  g_autoptr (GrItemSeries) series = NULL;
  g_autoptr (GHashTable) members = NULL;
  g_autofree GrQty *changes = NULL;
  Work work;

  if (all == NULL)
    return NULL;
  series = gr_series_sum_begin (grain, rules->today);
  series->title = g_strdup (title_of (family));
  members = g_hash_table_new (g_int64_hash, g_int64_equal);
  changes = g_new0 (GrQty, series->n_past + 1);
  work = (Work){series, family, members, 0, changes, GR_DATE_NONE};
  add_members (&work, all, rules);
  if (!add_past (&work, database, error))
    return NULL;
  gr_series_sum_finish (series);
  series->stock_out_on = GR_DATE_NONE;
  return g_steal_pointer (&series);
}
