#include "explanation-sentence.h"

#include "domain/base/decimal.h"

#include <glib/gi18n-lib.h>

/**
 * gr_explanation_amount:
 *
 * Returns: (transfer full): "48 pcs"; the bare number where @unit is %NULL or empty
 */
char *
gr_explanation_amount (GrQty qty, const char *unit)
{
  g_autofree char *number = gr_decimal_title (qty, GR_QTY_DIGITS, 0);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);
  /* Translators: a quantity and its unit, "48 pcs" */
  return g_strdup_printf (C_ ("quantity", "%s %s"), number, unit);
}

/* The plan takes what is overdue to come today, but nobody has it yet. */
static gboolean
is_waiting_for_overdue (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  if (plan->health == GR_HEALTH_STOCKED_OUT)
    for (gsize i = 0; i < input->n_receipts; i++)
      if (input->receipts[i].on < input->today)
        return TRUE;
  return FALSE;
}

/* What happens if nothing is done, half a sentence. */
static char *
say_trouble (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  GrDate below = plan->n_suggestions > 0 ? plan->suggestions[0].needed_on : GR_DATE_NONE;
  g_autofree char *day = NULL;

  if (input->on_hand <= 0 && plan->stock_out_on == input->today)
    return g_strdup (_ ("Out of stock"));
  if (is_waiting_for_overdue (input, plan))
    return g_strdup (_ ("Out of stock until an overdue delivery arrives"));
  if (plan->stock_out_on == input->today)
    return g_strdup (_ ("Runs out today"));
  if (plan->stock_out_on != GR_DATE_NONE) {
    day = gr_date_title (plan->stock_out_on, input->today);
    if (input->on_hand <= 0 && plan->on_order == 0)
      return g_strdup_printf (_ ("Nothing in stock; no sales expected before %s"), day);
    return g_strdup_printf (_ ("Runs out on %s"), day);
  }
  if (below <= input->today)
    return g_strdup (_ ("Below safety stock"));
  day = gr_date_title (below, input->today);
  return g_strdup_printf (_ ("Falls below safety stock on %s"), day);
}

/* It runs out only after the order is here: what is used up before is safety stock. */
static gboolean
is_only_below (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  return plan->stock_out_on > input->today && plan->suggestions[0].arrive_on <= plan->stock_out_on;
}

static char *
say_below (const GrItemPlanInput *input, const GrItemPlan *plan, const char *amount, const char *arrival)
{
  GrDate below = plan->suggestions[0].needed_on;
  g_autofree char *out = gr_date_title (plan->stock_out_on, input->today);
  g_autofree char *day = gr_date_title (below, input->today);

  if (below <= input->today)
    return g_strdup_printf (
        _ ("Below safety stock, runs out on %s: order %s today (arrives %s)."), out, amount, arrival);
  return g_strdup_printf (
      _ ("Falls below safety stock on %s, runs out on %s: order %s today (arrives %s)."), day, out, amount, arrival);
}

static char *
say_order (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit)
{
  const GrSuggestion *first = &plan->suggestions[0];
  g_autofree char *trouble = say_trouble (input, plan);
  g_autofree char *amount = gr_explanation_amount (first->qty, unit);
  g_autofree char *order_day = gr_date_title (first->order_by, input->today);
  g_autofree char *arrival = gr_date_title (first->arrive_on, input->today);

  if (first->is_late && is_only_below (input, plan))
    return say_below (input, plan, amount, arrival);
  /* Translators: "Runs out on 14 July. Too late: order 48 pcs today, arrives Thursday 21 July." */
  if (first->is_late && plan->stock_out_on != GR_DATE_NONE)
    return g_strdup_printf (_ ("%s. Too late: order %s today, arrives %s."), trouble, amount, arrival);
  if (first->is_late || first->order_by <= input->today)
    return g_strdup_printf (_ ("%s; order %s today, arrives %s."), trouble, amount, arrival);
  return g_strdup_printf (_ ("%s; order %s by %s."), trouble, amount, order_day);
}

static char *
say_nothing_to_order (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  g_autofree char *trouble = NULL;
  g_autofree char *end = NULL;
  GrDate horizon = gr_grain_add (GR_GRAIN_WEEK, gr_grain_start (GR_GRAIN_WEEK, input->today), input->n_weeks) - 1;

  if (plan->stock_out_on == GR_DATE_NONE && plan->reorder_point == 0 && plan->order_up_to == 0)
    return g_strdup (_ ("No sales are expected soon; nothing to order."));
  if (plan->stock_out_on == GR_DATE_NONE && is_waiting_for_overdue (input, plan))
    return g_strdup (_ ("Out of stock until an overdue delivery arrives; it is enough, so nothing to order."));
  end = gr_date_title (horizon, input->today);
  if (plan->stock_out_on == GR_DATE_NONE && plan->on_order > 0)
    return g_strdup_printf (_ ("Stock on hand and on order lasts beyond %s; nothing to order."), end);
  if (plan->stock_out_on == GR_DATE_NONE)
    return g_strdup_printf (_ ("Stock lasts beyond %s; nothing to order."), end);
  trouble = say_trouble (input, plan);
  if (!input->is_orderable)
    return g_strdup_printf (_ ("%s; the item is discontinued or has no supplier, so no order is suggested."), trouble);
  return g_strdup_printf (_ ("%s, until the next delivery; an order placed today would not arrive sooner."), trouble);
}

/**
 * gr_explanation_sentence:
 *
 * Returns: (transfer full): what to do and why, in one translated sentence
 */
char *
gr_explanation_sentence (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit)
{
  if (!input->is_stocked)
    return g_strdup (_ ("No stock is kept of this item, so nothing is planned."));
  if (plan->n_suggestions > 0)
    return say_order (input, plan, unit);
  return say_nothing_to_order (input, plan);
}
