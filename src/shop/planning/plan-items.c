#include "plan-items.h"

#include "shop/base/work-pool.h"

#include <glib/gi18n-lib.h>

/* Where planning lies in the progress of a whole run, behind the forecasts. */
#define FROM 0.85
#define TO   0.95

typedef struct {
  const GrPlanRules *rules;
  GPtrArray *facts;
  GrItemOutcome **outcomes;
} Work;

/* Plans one item. Pure. Orders to be placed after the weeks that are forecast one by one are not kept: reviews and
 * charts compute them, and nobody acts on them yet. */
static GrItemOutcome *
plan_item (const GrPlanFacts *facts, const GrPlanRules *rules)
{
  GrItemPlanInput input = gr_plan_facts_input (facts, rules);
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);
  GrItemOutcome *outcome = g_new0 (GrItemOutcome, 1);
  GrDate end = rules->today + 7 * rules->horizon_weeks;

  outcome->line = gr_plan_facts_line (facts, plan);
  outcome->suggestions = g_array_sized_new (FALSE, TRUE, sizeof (GrSuggestion), (guint) plan->n_suggestions);
  for (gsize i = 0; i < plan->n_suggestions && plan->suggestions[i].order_on < end; i++) {
    GrSuggestion suggestion = plan->suggestions[i];

    suggestion.item_id = facts->item->id;
    suggestion.step = (int) i;
    suggestion.supplier_id = facts->route.supplier_id;
    suggestion.unit_price = facts->route.unit_price;
    g_array_append_val (outcome->suggestions, suggestion);
  }
  return outcome;
}

void
gr_item_outcome_free (GrItemOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_array_unref (outcome->suggestions);
  g_free (outcome);
}

static void
plan_item_cb (gsize index, gpointer data)
{
  Work *work = data;

  work->outcomes[index] = plan_item (g_ptr_array_index (work->facts, index), work->rules);
}

static gboolean
save_item (GrDatabase *database, const GrItemOutcome *item, GError **error)
{
  return gr_plan_store_add_line (database, &item->line, error) &&
         gr_plan_store_add_suggestions (
             database, (const GrSuggestion *) (gconstpointer) item->suggestions->data, item->suggestions->len, error);
}

static void
count_item (GrPlanOutcome *outcome, const GrItemOutcome *item, const GrPlanRules *rules)
{
  outcome->n_items++;
  outcome->money_at_risk = gr_qty_add (outcome->money_at_risk, item->line.money_at_risk);
  for (guint i = 0; i < item->suggestions->len; i++) {
    const GrSuggestion *suggestion = &g_array_index (item->suggestions, GrSuggestion, i);
    GrMoney value = gr_money_for_saturated (suggestion->qty, suggestion->unit_price, rules->currency_digits);

    if (suggestion->order_on > rules->today)
      break;
    outcome->n_suggestions++;
    outcome->suggested_value = gr_qty_add (outcome->suggested_value, value);
  }
}

static gboolean
save_outcomes (
    GrDatabase *database, const Work *work, GrPlanOutcome *outcome, const GrProgress *progress, GError **error)
{
  guint n = work->facts->len;

  for (guint i = 0; i < n; i++) {
    if (i % 256 == 0 && !gr_progress_report (progress, _ ("Saving the plan"), TO + (1 - TO) * i / n, error))
      return FALSE;
    if (!save_item (database, work->outcomes[i], error))
      return FALSE;
    count_item (outcome, work->outcomes[i], work->rules);
  }
  return TRUE;
}

/**
 * gr_plan_items:
 * @facts: (element-type GrPlanFacts): with their forecasts
 * @outcome: counts and sums are added to
 *
 * Plans the items on all processors and adds their lines to the plan that was begun, in order.
 */
gboolean
gr_plan_items (GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, GrPlanOutcome *outcome,
    const GrProgress *progress, GError **error)
{
  Work work = {rules, facts, g_new0 (GrItemOutcome *, facts->len + 1)};
  GrWork pure = {plan_item_cb, &work, facts->len, _ ("Planning"), FROM, TO};
  gboolean ok = gr_work_pool_run (&pure, progress, error) && save_outcomes (database, &work, outcome, progress, error);

  for (guint i = 0; i < facts->len; i++)
    gr_item_outcome_free (work.outcomes[i]);
  g_free (work.outcomes);
  return ok;
}
