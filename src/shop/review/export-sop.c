#include "sop-review.h"

#include "shop/forecasting/known-events.h"
#include "shop/base/shop-private.h"
#include "sop-months.h"
#include "workbook-info.h"

#include "exchange/write/sop-workbook.h"
#include "forecast/engine/forecast.h"
#include "planning/item/plan-explanation.h"
#include "store/plans/plan-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The purchase plan lists orders to place within this time; the summary counts all that arrive in its months. */
#define PURCHASE_DAYS 91

#define N_ASSUMPTIONS 7

/* The workbook's arrays; texts that nobody else owns lie in @texts. */
typedef struct {
  const GrSopReview *review;
  GPtrArray *texts;
  GrSopWorkbookItem *items;
  GrSopWorkbookAccuracy *accuracy;
  GArray *purchases; /* GrSopWorkbookPurchase */
  GrSopWorkbookArrivals arrivals[GR_PLAN_MONTHS];
  GrSopWorkbookAssumption assumptions[N_ASSUMPTIONS];
} Sheets;

static const char *
keep (Sheets *sheets, char *text)
{
  g_ptr_array_add (sheets->texts, text);
  return text;
}

static GrQty
suggested_today (const GrSopMonths *item, GrDate today)
{
  const GrItemPlan *plan = item->plan;
  GrQty sum = 0;

  for (gsize i = 0; i < plan->n_suggestions && plan->suggestions[i].order_on <= today; i++)
    sum = gr_qty_add (sum, plan->suggestions[i].qty);
  return sum;
}

static GrSopWorkbookItem
convert_item (const Sheets *sheets, const GrSopMonths *months)
{
  const GrPlanFacts *facts = months->facts;
  const GrItem *item = facts->item;
  const GrPlanRules *rules = sheets->review->rules;

  return (GrSopWorkbookItem){
      .code = item->code,
      .description = item->description,
      .family = item->family,
      .unit = item->unit,
      .on_hand = facts->on_hand,
      .on_order = facts->on_order,
      .safety_stock = months->plan->safety_stock,
      .reorder_point = months->plan->reorder_point,
      .days_of_supply = months->plan->days_of_supply,
      .forecast = {months->forecast[0], months->forecast[1], months->forecast[2]},
      .unit_cost = item->unit_cost,
      .stock_value = gr_money_for_stock (facts->on_hand, item->unit_cost, rules->currency_digits),
      .health = gr_stock_state_title (months->plan->health, facts->on_hand),
      .suggested_qty = suggested_today (months, rules->today),
  };
}

/* The first order of an item is explained as on its page, later ones by when stock would fall short. */
static const char *
write_reason (Sheets *sheets, const GrSopMonths *item, gsize index)
{
  const GrPlanRules *rules = sheets->review->rules;
  GrItemPlanInput input = gr_plan_facts_input (item->facts, rules);
  g_autofree char *needed = NULL;

  if (index == 0) {
    g_autoptr (GrExplanation) explanation = gr_explanation_new (&input, item->plan, item->facts->item->unit);

    return keep (sheets, g_steal_pointer (&explanation->sentence));
  }
  needed = gr_date_title (item->plan->suggestions[index].needed_on, rules->today);
  return keep (sheets, g_strdup_printf (_ ("Stock would fall below safety stock on %s"), needed));
}

static gboolean
is_listed (const GrSuggestion *suggestion, const GrPlanRules *rules)
{
  return suggestion->order_on < rules->today + PURCHASE_DAYS;
}

static void
add_arrival (Sheets *sheets, const GrItem *item, GrDate on, GrQty qty, gboolean is_on_order)
{
  const GrPlanRules *rules = sheets->review->rules;
  int month = gr_grain_between (GR_GRAIN_MONTH, rules->today, MAX (on, rules->today));
  GrMoney value = gr_money_for_saturated (qty, item->unit_cost, rules->currency_digits);
  GrSopWorkbookArrivals *arrivals = &sheets->arrivals[CLAMP (month, 0, GR_PLAN_MONTHS - 1)];
  GrQty *sum = is_on_order ? &arrivals->on_order : &arrivals->later;
  GrMoney *value_sum = is_on_order ? &arrivals->on_order_value : &arrivals->later_value;

  if (month >= GR_PLAN_MONTHS)
    return;
  *sum = gr_qty_add (*sum, qty);
  *value_sum = gr_qty_add (*value_sum, value);
}

/* What the summary counts as purchases and the purchase plan does not list. */
static void
add_arrivals (Sheets *sheets, const GrSopMonths *item)
{
  const GArray *receipts = item->facts->receipts;

  for (guint i = 0; i < receipts->len; i++) {
    const GrPlannedReceipt *receipt = &g_array_index (receipts, GrPlannedReceipt, i);

    add_arrival (sheets, item->facts->item, receipt->on, receipt->qty, TRUE);
  }
  for (gsize i = 0; i < item->plan->n_suggestions; i++) {
    const GrSuggestion *suggestion = &item->plan->suggestions[i];

    if (!is_listed (suggestion, sheets->review->rules))
      add_arrival (sheets, item->facts->item, suggestion->arrive_on, suggestion->qty, FALSE);
  }
}

/* What is read with a kept suggestion; the texts stay those of @facts and @rules. */
static void
name_suggestion (GrSuggestion *suggestion, const GrPlanFacts *facts, const GrPlanRules *rules)
{
  const GrSupplier *supplier = gr_plan_rules_supplier (rules, facts->route.supplier_id);

  suggestion->supplier_name = supplier != NULL ? supplier->name : (char *) "";
  suggestion->item_code = facts->item->code;
  suggestion->item_description = facts->item->description;
  suggestion->unit_price = facts->route.unit_price;
  suggestion->value = gr_money_for_saturated (suggestion->qty, facts->route.unit_price, rules->currency_digits);
}

static void
add_purchases (Sheets *sheets, const GrSopMonths *item)
{
  const GrPlanRules *rules = sheets->review->rules;
  const GrPlanFacts *facts = item->facts;

  for (gsize i = 0; i < item->plan->n_suggestions; i++) {
    const GrSuggestion *suggestion = &item->plan->suggestions[i];
    GrSopWorkbookPurchase purchase = {
        .suggestion = *suggestion,
        .unit_cost = facts->item->unit_cost,
        .cost_value = gr_money_for_saturated (suggestion->qty, facts->item->unit_cost, rules->currency_digits),
    };

    if (!is_listed (suggestion, rules))
      break;
    name_suggestion (&purchase.suggestion, facts, rules);
    purchase.reason = write_reason (sheets, item, i);
    g_array_append_val (sheets->purchases, purchase);
  }
}

static int
compare_purchases (gconstpointer a, gconstpointer b)
{
  const GrSuggestion *left = &((const GrSopWorkbookPurchase *) a)->suggestion;
  const GrSuggestion *right = &((const GrSopWorkbookPurchase *) b)->suggestion;
  int order = g_utf8_collate (left->supplier_name, right->supplier_name);

  if (order != 0)
    return order;
  if (left->order_on != right->order_on)
    return left->order_on < right->order_on ? -1 : 1;
  return strcmp (left->item_code, right->item_code);
}

static int
compare_items (const void *a, const void *b)
{
  const GrSopWorkbookItem *left = a, *right = b;

  return strcmp (left->code, right->code);
}

static void
fill_items (Sheets *sheets)
{
  guint n = sheets->review->facts->len;

  sheets->items = g_new (GrSopWorkbookItem, n + 1);
  for (guint i = 0; i < n; i++) {
    sheets->items[i] = convert_item (sheets, &sheets->review->items[i]);
    add_purchases (sheets, &sheets->review->items[i]);
    add_arrivals (sheets, &sheets->review->items[i]);
  }
  qsort (sheets->items, n, sizeof *sheets->items, compare_items);
  g_array_sort (sheets->purchases, compare_purchases);
}

/* What was sold on average follows from the error and its share. */
static GrSopWorkbookAccuracy
convert_accuracy (const GrPlanFacts *facts)
{
  const GrForecastRow *month = facts->forecasts[GR_GRAIN_MONTH];
  GrSopWorkbookAccuracy accuracy = {
      facts->item->code, facts->item->description, facts->item->family, NULL, 0, NAN, NAN, NAN, NAN};
  GrForecastMethod method;

  if (month == NULL)
    return accuracy;
  if (gr_forecast_method_from_id (month->method, &method))
    accuracy.method = gr_forecast_method_title (method);
  accuracy.n_months = month->n_origins;
  accuracy.off_by = month->mae;
  accuracy.bias = month->bias;
  if (month->wape > 0) {
    accuracy.sold = month->mae / month->wape;
    accuracy.naive_off_by = month->naive_wape * accuracy.sold;
  }
  return accuracy;
}

static int
compare_accuracy (const void *a, const void *b)
{
  const GrSopWorkbookAccuracy *left = a, *right = b;
  int order = g_strcmp0 (left->family, right->family);

  return order != 0 ? order : strcmp (left->code, right->code);
}

static void
fill_accuracy (Sheets *sheets)
{
  guint n = sheets->review->facts->len;

  sheets->accuracy = g_new (GrSopWorkbookAccuracy, n + 1);
  for (guint i = 0; i < n; i++)
    sheets->accuracy[i] = convert_accuracy (g_ptr_array_index (sheets->review->facts, i));
  qsort (sheets->accuracy, n, sizeof *sheets->accuracy, compare_accuracy);
}

static void
fill_assumptions (Sheets *sheets)
{
  const GrPlanRules *rules = sheets->review->rules;
  const GrSopWorkbookAssumption all[N_ASSUMPTIONS] = {
      {_ ("Service level, %"), NULL, rules->service_level * 100,
          _ ("How often, out of a hundred orders, stock lasts until the goods arrive; for items without a level of "
             "their own or of their family")},
      {_ ("Days between orders"), NULL, rules->review_period_days, _ ("How often orders are placed")},
      {_ ("Weeks forecast one by one"), NULL, rules->horizon_weeks,
          _ ("Or lead time, days between orders and eight weeks, if that is longer; months after that")},
      {_ ("Months ahead"), NULL, GR_PLAN_MONTHS,
          _ ("Including the current month, of which only sales still expected count")},
      {_ ("Purchase plan, days"), NULL, PURCHASE_DAYS,
          _ ("Orders to place within this time are listed one by one; later ones are summed in the purchases by "
             "month")},
      {_ ("Sales without stock"), _ ("lost"), NAN,
          _ ("Customers buy elsewhere when nothing is in stock: these sales are lost and not made up for later")},
      {_ ("Stock below zero"), _ ("counts as zero"), NAN,
          _ ("An error in the records, to be counted: worth nothing, and not offset against other stock")},
  };

  for (gsize i = 0; i < N_ASSUMPTIONS; i++)
    sheets->assumptions[i] = all[i];
}

static Sheets *
make_sheets (const GrSopReview *review)
{
  Sheets *sheets = g_new0 (Sheets, 1);

  sheets->review = review;
  sheets->texts = g_ptr_array_new_with_free_func (g_free);
  sheets->purchases = g_array_new (FALSE, FALSE, sizeof (GrSopWorkbookPurchase));
  fill_items (sheets);
  fill_accuracy (sheets);
  fill_assumptions (sheets);
  return sheets;
}

static void
free_sheets (Sheets *sheets)
{
  g_ptr_array_unref (sheets->texts);
  g_array_unref (sheets->purchases);
  g_free (sheets->items);
  g_free (sheets->accuracy);
  g_free (sheets);
}

/* @records: (element-type GrEventRecord) */
static gboolean
write_sheets (GrShop *shop, const Sheets *sheets, const GPtrArray *records, const char *path,
    const GrProgress *progress, GError **error)
{
  const GrSopReview *review = sheets->review;
  GrPlanHead head = {0};
  gboolean is_planned;
  GrSopWorkbookData data = {
      .info = gr_shop_workbook_info (shop),
      .plan_version = _ ("Working version"),
      .grid = review->grid,
      .items = sheets->items,
      .n_items = review->facts->len,
      .purchases = (const GrSopWorkbookPurchase *) (gconstpointer) sheets->purchases->data,
      .n_purchases = sheets->purchases->len,
      .arrivals = sheets->arrivals,
      .accuracy = sheets->accuracy,
      .n_accuracy = review->facts->len,
      .assumptions = sheets->assumptions,
      .n_assumptions = N_ASSUMPTIONS,
      .events = (const GrEventRecord *const *) records->pdata,
      .n_events = records->len,
  };

  if (!gr_plan_store_head (gr_shop_database (shop), &head, &is_planned, error))
    return FALSE;
  data.planned_at = is_planned ? head.made_at : data.info.created_at;
  return gr_sop_workbook_write (path, &data, progress, error);
}

/**
 * gr_shop_export_sop:
 *
 * Writes the review's workbook: the same figures as gr_shop_sop_grid() gives the screen, every item, and the orders to
 * place within the next quarter. A job for another thread.
 */
gboolean
gr_shop_export_sop (GrShop *shop, const char *path, const GrProgress *progress, GError **error)
{
  g_autoptr (GrSopReview) review = gr_sop_review_new (gr_shop_database (shop), gr_shop_today (shop), progress, error);
  g_autoptr (GPtrArray) records = review != NULL ? gr_shop_event_records (shop, error) : NULL;
  Sheets *sheets;
  gboolean ok;

  if (records == NULL)
    return FALSE;
  sheets = make_sheets (review);
  ok = write_sheets (shop, sheets, records, path, progress, error);
  free_sheets (sheets);
  return ok;
}
