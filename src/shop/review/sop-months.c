#include "sop-months.h"

#include "shop/base/work-pool.h"

#include "store/sales/demand-store.h"
#include "store/stock/ledger-history.h"

#include <glib/gi18n-lib.h>

/* The items by id while days are handed out to them. */
typedef struct {
  GrSopReview *review;
  GHashTable *by_id; /* gint64 in the facts -> GrSopMonths */
} Readings;

static int
month_of (const GrSopReview *review, GrDate day)
{
  return gr_grain_between (GR_GRAIN_MONTH, review->first_month, day);
}

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer data)
{
  const Readings *readings = data;
  GrSopMonths *item = g_hash_table_lookup (readings->by_id, &day->item_id);
  int month = month_of (readings->review, day->sold_on);

  if (item == NULL || month < 0 || month > GR_SOP_MONTHS_PAST)
    return TRUE;
  item->sales[month] = gr_qty_add (item->sales[month], day->sold_qty - day->returned_qty);
  item->revenue[month] = gr_qty_add (item->revenue[month], day->revenue);
  return TRUE;
}

/* Stock changes: what was received is a past purchase; each is taken off the stock at the end of the months before it.
 */
static gboolean
add_ledger_day_cb (const GrLedgerDay *day, gpointer data)
{
  const Readings *readings = data;
  GrSopMonths *item = g_hash_table_lookup (readings->by_id, &day->item_id);
  int month = month_of (readings->review, day->day);

  if (item == NULL || month < 0)
    return TRUE;
  if (month < GR_SOP_MONTHS_PAST)
    item->purchases[month] = gr_qty_add (item->purchases[month], day->received);
  for (int before = MIN (month, GR_SOP_MONTHS_PAST) - 1; before >= 0; before--)
    item->past_end_stock[before] = gr_qty_add (item->past_end_stock[before], -day->change);
  return TRUE;
}

static void
begin_items (GrSopReview *review, GHashTable *by_id)
{
  review->items = g_new0 (GrSopMonths, review->facts->len + 1);
  for (guint i = 0; i < review->facts->len; i++) {
    GrSopMonths *item = &review->items[i];

    item->facts = g_ptr_array_index (review->facts, i);
    for (int month = 0; month < GR_SOP_MONTHS_PAST; month++)
      item->past_end_stock[month] = item->facts->on_hand;
    g_hash_table_insert (by_id, &item->facts->item->id, item);
  }
}

static gboolean
read_past (GrSopReview *review, GrDatabase *database, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  GrDaySpan past = {review->first_month, review->rules->today + 1};
  Readings readings = {review, by_id};

  begin_items (review, by_id);
  return gr_demand_store_each (database, all, &past, add_sales_cb, &readings, error) &&
         gr_ledger_history_each_day (database, all, review->first_month, add_ledger_day_cb, &readings, error);
}

static void
set_forecast (GrSopMonths *item, GrDate today)
{
  const GrForecastRow *row = item->facts->forecasts[GR_GRAIN_MONTH];
  int skip;

  if (row == NULL)
    return;
  skip = gr_grain_between (GR_GRAIN_MONTH, row->starts_on, today);
  for (int i = MAX (0, -skip); i < GR_PLAN_MONTHS && i + skip < row->n_points; i++)
    item->forecast[i] = gr_qty_from_double (row->points[i + skip].mean);
}

/* What is sold off and never bought again can't be asked for beyond what is there. */
static void
limit_to_supply (GrSopMonths *item)
{
  GrQty left = MAX (0, item->facts->on_hand);

  if (item->facts->item->status != GR_ITEM_DISCONTINUED || !item->facts->item->is_stocked)
    return;
  for (int i = 0; i < GR_PLAN_MONTHS; i++) {
    GrQty sold = i == 0 ? MAX (0, item->sales[GR_SOP_MONTHS_PAST]) : 0;

    left = gr_qty_add (left, item->purchases[GR_SOP_MONTHS_PAST + i]);
    item->forecast[i] = MIN (item->forecast[i], gr_qty_add (sold, left));
    left = MAX (0, left - MAX (0, item->forecast[i] - sold));
  }
}

static void
set_arrivals (GrSopMonths *item, GrDate today)
{
  item->receipts = gr_plan_facts_all_receipts (item->facts, item->plan);
  for (guint i = 0; i < item->receipts->len; i++) {
    const GrPlannedReceipt *receipt = &g_array_index (item->receipts, GrPlannedReceipt, i);
    int month = GR_SOP_MONTHS_PAST + gr_grain_between (GR_GRAIN_MONTH, today, MAX (receipt->on, today));

    if (month < GR_SOP_MONTHS)
      item->purchases[month] = gr_qty_add (item->purchases[month], receipt->qty);
  }
}

/* Pure: the item's plan, and what arrives by it in which month. */
static void
plan_ahead_cb (gsize index, gpointer data)
{
  const GrSopReview *review = data;
  GrSopMonths *item = &review->items[index];
  GrDate today = review->rules->today;
  GrItemPlanInput input = gr_plan_facts_input (item->facts, review->rules);

  set_forecast (item, today);
  item->plan = gr_item_plan_new (&input);
  set_arrivals (item, today);
  limit_to_supply (item);
}

static void
add_to_grid (GrSopGrid *grid, const GrSopMonths *months)
{
  GrSopPart part = {
      .item = months->facts->item,
      .on_hand = months->facts->on_hand,
      .sales = months->sales,
      .revenue = months->revenue,
      .forecast = months->forecast,
      .past_purchases = months->purchases,
      .past_end_stock = months->past_end_stock,
      .receipts = (const GrPlannedReceipt *) (gconstpointer) months->receipts->data,
      .n_receipts = months->receipts->len,
  };

  gr_sop_grid_add (grid, &part);
}

/* Months at whose end nothing lay anywhere, before anything did: the ledger had not begun. */
static int
count_unknown (const GrSopReview *review)
{
  int n_unknown = GR_SOP_MONTHS_PAST;

  for (guint i = 0; i < review->facts->len; i++)
    for (int month = 0; month < n_unknown; month++)
      if (review->items[i].past_end_stock[month] != 0)
        n_unknown = month;
  return n_unknown;
}

static gboolean
fill_review (GrSopReview *review, GrDatabase *database, const GrProgress *progress, GError **error)
{
  GrWork work = {plan_ahead_cb, review, 0, _ ("Planning"), 0.4, 0.9};
  g_autoptr (GrItemSet) all = gr_item_set_new_all();

  review->facts = gr_plan_facts_list (database, review->rules, all, GR_FACTS_WITH_FORECASTS, error);
  if (review->facts == NULL || !gr_progress_report (progress, _ ("Reading sales"), 0.2, error) ||
      !read_past (review, database, error))
    return FALSE;
  work.n = review->facts->len;
  if (!gr_work_pool_run (&work, progress, error))
    return FALSE;
  review->grid =
      gr_sop_grid_new (review->rules->today, GR_SOP_MONTHS_PAST, GR_PLAN_MONTHS, review->rules->currency_digits);
  for (guint i = 0; i < review->facts->len; i++)
    add_to_grid (review->grid, &review->items[i]);
  gr_sop_grid_finish (review->grid);
  review->grid->n_unknown = count_unknown (review);
  return TRUE;
}

/**
 * gr_sop_review_new:
 *
 * Reads sales and stock by item and month in one pass each, all of one moment, plans every item, and sums up by family.
 * O(items x months + days of demand + moves in the months shown).
 */
GrSopReview *
gr_sop_review_new (GrDatabase *database, GrDate today, const GrProgress *progress, GError **error)
{
  g_autoptr (GrSopReview) review = g_new0 (GrSopReview, 1);
  gboolean ok;

  review->first_month = gr_grain_add (GR_GRAIN_MONTH, gr_grain_start (GR_GRAIN_MONTH, today), -GR_SOP_MONTHS_PAST);
  if (!gr_database_begin_reading (database, error))
    return NULL;
  review->rules = gr_plan_rules_load (database, today, error);
  ok = review->rules != NULL && fill_review (review, database, progress, error);
  gr_database_rollback (database);
  return ok ? g_steal_pointer (&review) : NULL;
}

void
gr_sop_review_free (GrSopReview *review)
{
  if (review == NULL)
    return;
  for (guint i = 0; review->items != NULL && i < review->facts->len; i++) {
    gr_item_plan_free (review->items[i].plan);
    g_clear_pointer (&review->items[i].receipts, g_array_unref);
  }
  g_free (review->items);
  g_clear_pointer (&review->facts, g_ptr_array_unref);
  gr_plan_rules_free (review->rules);
  gr_sop_grid_free (review->grid);
  g_free (review);
}
