#include "read-series.h"

#include "load-recipe.h"
#include "series-sum.h"
#include "shop/base/shop-private.h"

#include "store/sales/demand-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The items that are summed, and what their past came to. */
typedef struct {
  GrDatabase *database;
  const GrPlanRules *rules;
  GrItemSeries *series;
  GrQty *changes; /* of stock, by bucket, the running one last */
  GrDate first_change;
  GrItemSet *members;
  GPtrArray *facts; /* GrPlanFacts of the members */
} Work;

static void
clear_work (Work *work)
{
  gr_item_set_free (work->members);
  g_clear_pointer (&work->facts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
is_member (const char *family, const GrItem *item)
{
  return g_strcmp0 (item->family != NULL ? item->family : "", family) == 0;
}

static gboolean
find_members (Work *work, const char *family, GError **error)
{
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (family == NULL) {
    work->members = g_steal_pointer (&all);
    return TRUE;
  }
  items = gr_item_store_list (work->database, all, error);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const GrItem *item = g_ptr_array_index (items, i);

    if (is_member (family, item))
      g_array_append_val (ids, item->id);
  }
  work->members = gr_item_set_new ((const gint64 *) (gconstpointer) ids->data, ids->len);
  return items != NULL;
}

static gboolean
load_members (Work *work, const char *family, GError **error)
{
  if (find_members (work, family, error))
    work->facts = gr_plan_facts_list (work->database, work->rules, work->members, GR_FACTS_WITH_FORECASTS, error);
  return work->facts != NULL;
}

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer data)
{
  Work *work = data;

  gr_series_sum_add_sales (work->series, day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

static gboolean
add_change_cb (const GrLedgerDay *day, gpointer data)
{
  Work *work = data;
  int bucket = MIN (gr_grain_between (work->series->grain, work->series->starts[0], day->day), work->series->n_past);

  work->changes[bucket] = gr_qty_add (work->changes[bucket], day->change);
  work->first_change = work->first_change == GR_DATE_NONE ? day->day : MIN (work->first_change, day->day);
  return TRUE;
}

static gboolean
read_past (Work *work, GError **error)
{
  GrDaySpan past = {work->series->starts[0], work->series->starts[work->series->n_past]};

  return gr_demand_store_each (work->database, work->members, &past, add_sales_cb, work, error) &&
         gr_ledger_history_each_day (work->database, work->members, past.from, add_change_cb, work, error);
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
  g_autofree GrQty *changes = g_new0 (GrQty, series->n_past + 1);
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  g_auto (Work) work = {database, rules, series, changes, GR_DATE_NONE, NULL, NULL};

  if (book == NULL || rules == NULL || !load_members (&work, family, error) || !add_members (&work, error))
    return NULL;
  series->title = g_strdup (title_of (family));
  series->events = gr_event_book_of_item (book, 0, family);
  gr_series_sum_finish (series);
  series->stock_out_on = GR_DATE_NONE;
  return g_steal_pointer (&series);
}
