#include "read-series.h"

#include "load-recipe.h"
#include "series-sum.h"
#include "shop/base/shop-private.h"

#include "store/sales/demand-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/stock-count-store.h"

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer series)
{
  gr_series_sum_add_sales (series, day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

static gboolean
add_sales (GrItemSeries *series, GrDatabase *database, gint64 item_id, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  GrDaySpan past = {series->starts[0], series->starts[series->n_past]};

  return gr_demand_store_each (database, item, &past, add_sales_cb, series, error);
}

static gboolean
add_past_stock (GrItemSeries *series, GrDatabase *database, gint64 item_id, GError **error)
{
  int n = series->n_past;
  g_autofree GrDate *ends = g_new (GrDate, n);
  g_autofree GrQty *stock = g_new (GrQty, n);
  GrDate known_from;

  for (int i = 0; i < n; i++)
    ends[i] = series->starts[i + 1] - 1;
  if (!gr_ledger_history_day_ends (database, item_id, ends, (gsize) n, stock, error) ||
      !gr_stock_count_store_first_day (database, item_id, &known_from, error))
    return FALSE;
  gr_series_sum_add_stock (series, stock, known_from);
  return TRUE;
}

static gboolean
add_events (GrItemSeries *series, GrDatabase *database, const GrItem *item, GError **error)
{
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);

  if (book != NULL)
    series->events = gr_event_book_of_item (book, item->id, item->family);
  return book != NULL;
}

/**
 * gr_shop_item_series:
 *
 * One item's past and plan, in weeks (104 past, 26 ahead) or months (30 past, 18 ahead). A few indexed readings and one
 * plan.
 */
GrItemSeries *
gr_shop_item_series (GrShop *shop, gint64 item_id, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GrPlanFacts) facts = rules != NULL ? gr_plan_facts_load (database, rules, item_id, error) : NULL;
  g_autoptr (GrItemSeries) series = NULL;

  if (facts == NULL)
    return NULL;
  series = gr_series_sum_begin (grain, rules->today);
  series->title = g_strdup_printf ("%s %s", facts->item->code, facts->item->description);
  series->unit = g_strdup (facts->item->unit);
  if (!add_sales (series, database, item_id, error) || !add_past_stock (series, database, item_id, error) ||
      !add_events (series, database, facts->item, error))
    return NULL;
  gr_series_sum_add_item (series, facts, rules);
  gr_series_sum_finish (series);
  return g_steal_pointer (&series);
}
