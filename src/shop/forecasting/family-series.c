#include "item-series.h"

#include "event-book.h"
#include "series-sum.h"
#include "shop/base/shop-private.h"

#include "store/sales/demand-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Up to that many items are looked up one by one; for more it is faster to read everything once. */
#define MOST_ONE_BY_ONE 1000

/* The items that are summed, and what their past came to. */
typedef struct {
  GrDatabase *database;
  const GrPlanRules *rules;
  GrItemSeries *series;
  GPtrArray *facts;  /* GrPlanFacts of the members */
  GHashTable *by_id; /* the same */
  GrQty *changes;    /* of stock, by bucket, the running one last */
  GrDate first_change;
} Work;

static gboolean
is_member (const char *family, const GrItem *item)
{
  return family == NULL || g_strcmp0 (item->family != NULL ? item->family : "", family) == 0;
}

static gboolean
load_one_by_one (Work *work, const char *family, GPtrArray *items, GError **error)
{
  for (guint i = 0; i < items->len; i++) {
    const GrItem *item = g_ptr_array_index (items, i);
    GrPlanFacts *facts;

    if (!is_member (family, item))
      continue;
    facts = gr_plan_facts_load (work->database, work->rules, item->id, error);
    if (facts == NULL)
      return FALSE;
    g_ptr_array_add (work->facts, facts);
  }
  return TRUE;
}

static gboolean
load_at_once (Work *work, const char *family, GError **error)
{
  g_autoptr (GPtrArray) all = gr_plan_facts_load_all (work->database, work->rules, TRUE, error);

  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    GrPlanFacts *facts = g_ptr_array_index (all, i);

    if (is_member (family, facts->item))
      g_ptr_array_add (work->facts, facts);
    else
      gr_plan_facts_free (facts);
  }
  return TRUE;
}

static gboolean
load_members (Work *work, const char *family, GError **error)
{
  g_autoptr (GPtrArray) items = gr_item_store_list (work->database, error);
  guint n_members = 0;

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    n_members += is_member (family, g_ptr_array_index (items, i)) ? 1 : 0;
  return n_members > MOST_ONE_BY_ONE ? load_at_once (work, family, error)
                                     : load_one_by_one (work, family, items, error);
}

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer data)
{
  Work *work = data;

  if (g_hash_table_contains (work->by_id, &day->item_id))
    gr_series_sum_add_sales (work->series, day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

static gboolean
add_change_cb (const GrLedgerDay *day, gpointer data)
{
  Work *work = data;
  int bucket = MIN (gr_grain_between (work->series->grain, work->series->starts[0], day->day), work->series->n_past);

  if (!g_hash_table_contains (work->by_id, &day->item_id))
    return TRUE;
  work->changes[bucket] = gr_qty_add (work->changes[bucket], day->change);
  work->first_change = work->first_change == GR_DATE_NONE ? day->day : MIN (work->first_change, day->day);
  return TRUE;
}

static gboolean
read_past_of_each (Work *work, GError **error)
{
  GrDate from = work->series->starts[0], before = work->series->starts[work->series->n_past];

  for (guint i = 0; i < work->facts->len; i++) {
    gint64 item_id = ((GrPlanFacts *) g_ptr_array_index (work->facts, i))->item->id;
    g_autoptr (GArray) days = gr_demand_store_of_item (work->database, item_id, from, before, error);

    if (days == NULL || !gr_ledger_history_days_of_item (work->database, item_id, from, add_change_cb, work, error))
      return FALSE;
    for (guint j = 0; j < days->len; j++)
      add_sales_cb (&g_array_index (days, GrDemandDay, j), work);
  }
  return TRUE;
}

static gboolean
read_past (Work *work, GError **error)
{
  GrDate from = work->series->starts[0], before = work->series->starts[work->series->n_past];

  if (work->facts->len <= MOST_ONE_BY_ONE)
    return read_past_of_each (work, error);
  return gr_demand_store_each (work->database, from, before, add_sales_cb, work, error) &&
         gr_ledger_history_each_day (work->database, from, add_change_cb, work, error);
}

/* Walks back from what is on hand; where that comes to nothing before the first change, nothing was known. */
static void
set_past_stock (Work *work, GrQty on_hand)
{
  GrItemSeries *series = work->series;
  GrQty stock = on_hand;

  for (int i = series->n_past - 1; i >= 0; i--) {
    stock = gr_qty_add (stock, -work->changes[i + 1]);
    if (stock != 0 || (work->first_change != GR_DATE_NONE && series->starts[i + 1] > work->first_change))
      series->stock[i] = gr_qty_to_double (stock);
  }
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

static gboolean
add_members (Work *work, GError **error)
{
  GrQty on_hand = 0;

  for (guint i = 0; i < work->facts->len; i++) {
    GrPlanFacts *facts = g_ptr_array_index (work->facts, i);

    g_hash_table_insert (work->by_id, &facts->item->id, facts);
    on_hand = gr_qty_add (on_hand, facts->on_hand);
    note_unit (work->series, facts->item->unit);
    gr_series_sum_add_item (work->series, facts, work->rules);
  }
  if (!read_past (work, error))
    return FALSE;
  set_past_stock (work, on_hand);
  return TRUE;
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
 * The sum of the series of the family's items. A job for another thread: O(items) and, of the family's items, days of
 * demand and moves in the time shown.
 */
GrItemSeries *
gr_shop_family_series (GrShop *shop, const char *family, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GrItemSeries) series = gr_series_sum_begin (grain, gr_shop_today (shop));
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_plan_facts_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree GrQty *changes = g_new0 (GrQty, series->n_past + 1);
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  Work work = {database, rules, series, facts, by_id, changes, GR_DATE_NONE};

  if (book == NULL || rules == NULL || !load_members (&work, family, error) || !add_members (&work, error))
    return NULL;
  series->title = g_strdup (title_of (family));
  series->events = gr_event_book_of_item (book, 0, family);
  gr_series_sum_finish (series);
  series->stock_out_on = GR_DATE_NONE;
  return g_steal_pointer (&series);
}
