#include "item-card.h"

#include "shop/forecasting/forecast-record.h"
#include "shop/planning/plan-facts.h"
#include "shop/base/shop-private.h"

#include "domain/base/error.h"
#include "forecast/engine/forecast.h"
#include "planning/item/plan-explanation.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/catalogue/supplier-store.h"

static void
free_terms (gpointer data)
{
  GrItemTerms *terms = data;

  gr_supplier_item_free (terms->terms);
  g_free (terms->supplier_name);
  g_free (terms);
}

static int
compare_preferred (gconstpointer a, gconstpointer b)
{
  const GrItemTerms *left = *(GrItemTerms *const *) a, *right = *(GrItemTerms *const *) b;

  if (left->terms->is_preferred != right->terms->is_preferred)
    return left->terms->is_preferred ? -1 : 1;
  return g_utf8_collate (left->supplier_name, right->supplier_name);
}

static GPtrArray *
read_terms (GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error)
{
  g_autoptr (GPtrArray) found = gr_supplier_item_store_of_item (database, item_id, error);
  GPtrArray *all;

  if (found == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func (free_terms);
  while (found->len > 0) {
    GrItemTerms *terms = g_new (GrItemTerms, 1);
    const GrSupplier *supplier;

    terms->terms = g_ptr_array_steal_index (found, 0);
    supplier = gr_plan_rules_supplier (rules, terms->terms->supplier_id);
    terms->supplier_name = g_strdup (supplier != NULL ? supplier->name : "");
    g_ptr_array_add (all, terms);
  }
  g_ptr_array_sort (all, compare_preferred);
  return all;
}

static void
set_plan (GrItemCard *card, const GrPlanFacts *facts, const GrPlanRules *rules)
{
  const GrForecastRow *week = facts->forecasts[GR_GRAIN_WEEK];
  g_autoptr (GrItemPlan) plan = NULL;
  GrItemPlanInput input;
  GrForecastMethod method;
  GrPlanLine line;

  if (week == NULL)
    return;
  input = gr_plan_facts_input (facts, rules);
  if (gr_forecast_method_from_id (week->method, &method))
    card->forecast_method = g_strdup (gr_forecast_method_title (method));
  card->forecast_record = gr_forecast_record_write (week, facts->forecasts[GR_GRAIN_MONTH]);
  plan = gr_item_plan_new (&input);
  line = gr_plan_facts_line (facts, plan);
  card->plan = g_memdup2 (&line, sizeof line);
  card->coming = plan->on_order;
  card->explanation = gr_explanation_new (&input, plan, facts->item->unit);
}

static gboolean
fill_card (GrItemCard *card, GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error)
{
  g_autoptr (GrPlanFacts) facts = gr_plan_facts_load (database, rules, item_id, error);

  if (facts == NULL)
    return FALSE;
  card->on_hand = facts->on_hand;
  card->on_order = card->coming = facts->on_order;
  card->value = gr_money_for_stock (facts->on_hand, facts->item->unit_cost, rules->currency_digits);
  set_plan (card, facts, rules);
  card->item = g_steal_pointer (&facts->item);
  card->balances = gr_ledger_balances (database, item_id, error);
  card->barcodes = card->balances != NULL ? gr_barcode_store_of_item (database, item_id, error) : NULL;
  card->terms = card->barcodes != NULL ? read_terms (database, rules, item_id, error) : NULL;
  return card->terms != NULL;
}

/**
 * gr_shop_item_card:
 *
 * Everything about one item, its plan computed from what the file says now. A handful of indexed look-ups and one plan.
 */
GrItemCard *
gr_shop_item_card (GrShop *shop, gint64 item_id, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GrItemCard) card = g_new0 (GrItemCard, 1);

  if (rules == NULL || !fill_card (card, database, rules, item_id, error))
    return NULL;
  return g_steal_pointer (&card);
}

void
gr_item_card_free (GrItemCard *card)
{
  if (card == NULL)
    return;
  gr_item_free (card->item);
  g_clear_pointer (&card->balances, g_ptr_array_unref);
  g_clear_pointer (&card->barcodes, g_ptr_array_unref);
  g_clear_pointer (&card->terms, g_ptr_array_unref);
  g_free (card->forecast_method);
  g_free (card->forecast_record);
  g_free (card->plan);
  gr_explanation_free (card->explanation);
  g_free (card);
}
