#include "plan-explanation.h"

#include "demand-curve.h"
#include "explanation-sentence.h"

#include "domain/base/decimal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the lines are written from. */
typedef struct {
  const GrItemPlanInput *input;
  const GrItemPlan *plan;
  const char *unit;
  GrDemandCurve *curve;
  GPtrArray *lines;
  GrQty tick; /* what quantities are shown to */
} Writer;

/* Takes @value and @formula. */
static GrExplanationLine *
add_line (Writer *writer, const char *id, const char *label, char *value, char *formula)
{
  GrExplanationLine *line = g_new0 (GrExplanationLine, 1);

  line->id = id;
  line->label = g_strdup (label);
  line->value = value;
  line->formula = formula;
  g_ptr_array_add (writer->lines, line);
  return line;
}

/* Of what is sold by the piece a tenth is enough to read; what is weighed is shown as it is. */
static GrQty
tick_of (const GrItemPlanInput *input)
{
  gboolean is_whole = gr_item_plan_multiple (input) % GR_QTY_ONE == 0 && input->on_hand % GR_QTY_ONE == 0;

  return is_whole ? GR_QTY_ONE / 10 : 1;
}

static GrQty
shown (const Writer *writer, GrQty qty)
{
  GrQty half = writer->tick / 2;

  return (qty < 0 ? qty - half : qty + half) / writer->tick * writer->tick;
}

/* Shows @is_shown in place of @qty: sums add up as they stand there, however their parts were rounded. */
static void
add_sum (Writer *writer, const char *id, const char *label, GrQty qty, GrQty is_shown, const char *formula)
{
  char *value = gr_explanation_amount (is_shown, writer->unit);

  add_line (writer, id, label, value, g_strdup (formula))->number = gr_qty_to_double (qty);
}

static void
add_qty (Writer *writer, const char *id, const char *label, GrQty qty, const char *formula)
{
  add_sum (writer, id, label, qty, shown (writer, qty), formula);
}

/* The demand from today to before @until, as it is shown. */
static GrQty
shown_demand (const Writer *writer, GrDate until)
{
  GrDate today = writer->input->today;

  return until > today ? shown (writer, gr_demand_curve_qty (writer->curve, today, until)) : 0;
}

static void
add_number (Writer *writer, const char *id, const char *label, double number, const char *formula)
{
  gint64 scaled = fabs (number) < 9e14 ? llround (number * 1000) : 0;
  GrExplanationLine *line = add_line (writer, id, label, gr_decimal_title (scaled, 3, 0), g_strdup (formula));

  line->number = number;
}

static void
add_days (Writer *writer, const char *id, const char *label, int days, const char *formula)
{
  char *value = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  GrExplanationLine *line = add_line (writer, id, label, value, g_strdup (formula));

  line->number = days;
}

static void
add_date (Writer *writer, const char *id, const char *label, GrDate date, const char *formula)
{
  char *value = gr_date_title (date, writer->input->today);

  add_line (writer, id, label, value, g_strdup (formula))->number = date;
}

static GrQty
on_hand (const Writer *writer)
{
  return MAX (0, writer->input->on_hand);
}

static int
protection_days (const Writer *writer)
{
  return (int) writer->plan->buffer.protection_days;
}

/* One line for the days from @from to before @until, which lie in one week. */
static void
add_week (Writer *writer, const char *id, GrDate from, GrDate until)
{
  const GrItemPlanInput *input = writer->input;
  int week = gr_grain_between (GR_GRAIN_WEEK, input->today, from);
  g_autofree char *first = gr_date_title (from, input->today);
  g_autofree char *last = gr_date_title (until - 1, input->today);
  g_autofree char *label = g_strdup_printf (_ ("Forecast, %s to %s"), first, last);
  g_autofree char *formula = NULL;
  g_autofree char *whole = NULL;

  if (week >= input->n_weeks) {
    formula = g_strdup (_ ("the average of the forecast, which ends earlier"));
  } else if (until - from < 7) {
    whole = gr_explanation_amount (shown (writer, gr_qty_from_double (MAX (0, input->forecast[week]))), writer->unit);
    formula = g_strdup_printf (_ ("%d of 7 days of a week with %s"), until - from, whole);
  }
  add_sum (writer, id, label, gr_demand_curve_qty (writer->curve, from, until),
      shown_demand (writer, until) - shown_demand (writer, from), formula);
}

static void
add_weeks (Writer *writer, const char *id, GrDate from, GrDate until)
{
  while (from < until) {
    GrDate next = gr_grain_add (GR_GRAIN_WEEK, gr_grain_start (GR_GRAIN_WEEK, from), 1);

    add_week (writer, id, from, MIN (next, until));
    from = next;
  }
}

static void
write_demand (Writer *writer)
{
  const GrItemPlan *plan = writer->plan;
  GrDate today = writer->input->today;
  int days = protection_days (writer);

  add_days (writer, "lead-time", _ ("Lead time"), (int) CLAMP (writer->input->lead_time_days, 0, days), NULL);
  add_days (
      writer, "review-period", _ ("Days between orders"), days - CLAMP (writer->input->lead_time_days, 0, days), NULL);
  add_days (writer, "protection", _ ("Days to cover"), days, _ ("lead time + days between orders"));
  add_weeks (writer, "week", today, today + days);
  add_sum (writer, "demand", _ ("Expected sales in the days to cover"), plan->reorder_point - plan->safety_stock,
      shown_demand (writer, today + days), _ ("sum of the forecasts above"));
}

/* Where demand isn't steady, safety stock is not a multiple of sigma. */
static void
write_spread (Writer *writer)
{
  const GrBuffer *buffer = &writer->plan->buffer;

  if (isnan (buffer->spread))
    return;
  add_number (writer, "spread", _ ("Spread of unsteady sales"), buffer->spread,
      _ ("√ln(1 + (uncertainty ÷ expected sales in the days to cover)²), at most the safety factor"));
  add_number (writer, "buffer-share", _ ("Safety stock ÷ expected sales"), buffer->safety_stock / buffer->demand,
      _ ("e^(z × spread − spread² ÷ 2) − 1, at least z ÷ 4: sales can be many times the usual, but never below 0"));
}

static const char *
formula_of_safety_stock (const GrItemPlan *plan)
{
  if (plan->safety_stock == 0 && plan->buffer.safety_stock > 0)
    return _ ("none, as no sales are expected");
  return isnan (plan->buffer.spread) ? _ ("safety factor × uncertainty")
                                     : _ ("that ratio × expected sales in the days to cover");
}

static void
write_buffer (Writer *writer)
{
  const GrItemPlanInput *input = writer->input;
  const GrItemPlan *plan = writer->plan;
  const GrBuffer *buffer = &plan->buffer;
  gboolean is_by_week = isnan (input->cumulative_sd) && buffer->protection_days > 0;

  add_number (writer, "demand-per-day", _ ("Expected sales per day"), buffer->demand_per_day,
      buffer->protection_days > 0 ? _ ("expected sales ÷ days to cover") : NULL);
  if (is_by_week)
    add_number (writer, "week-error", _ ("Usual error of a week’s forecast (standard deviation)"),
        input->error_sd_per_week, NULL);
  add_number (writer, "error", _ ("Usual forecast error over the days to cover"), buffer->error_sd,
      is_by_week ? _ ("error of a week × √(days to cover ÷ 7)") : _ ("from past forecasts"));
  add_number (writer, "lead-time-deviation", _ ("Lead time varies by (days)"), input->lead_time_sd_days, NULL);
  add_number (writer, "sigma", _ ("Uncertainty of sales and delivery (sigma)"), buffer->sigma,
      _ ("√(forecast error² + (expected sales per day × variation of the lead time)²)"));
  add_number (writer, "service-level", _ ("Service level, %"), input->service_level * 100, NULL);
  add_number (writer, "z", _ ("Safety factor (z)"), buffer->z,
      _ ("how many times the uncertainty must be covered for the service level (normal quantile)"));
  write_spread (writer);
  add_qty (writer, "safety-stock", _ ("Safety stock"), plan->safety_stock, formula_of_safety_stock (plan));
  add_sum (writer, "reorder-point", _ ("Reorder point"), plan->reorder_point,
      shown_demand (writer, input->today + protection_days (writer)) + shown (writer, plan->safety_stock),
      _ ("expected sales in the days to cover + safety stock"));
}

static void
write_stock (Writer *writer)
{
  add_qty (writer, "on-hand", _ ("On hand"), on_hand (writer),
      writer->input->on_hand < 0 ? _ ("stock below zero is an error to correct and counts as zero") : NULL);
  add_qty (writer, "on-order", _ ("On order and in drafts"), writer->plan->on_order, NULL);
  add_qty (
      writer, "projected", _ ("On hand + on order"), writer->plan->projected, _ ("on hand + on order and in drafts"));
}

static GrQty
arrivals_until (const GrItemPlanInput *input, GrDate last)
{
  GrQty sum = 0;

  for (gsize i = 0; i < input->n_receipts; i++)
    if (MAX (input->receipts[i].on, input->today) <= last)
      sum = gr_qty_add (sum, input->receipts[i].qty);
  return sum;
}

/* The demand that the order has to cover, from that of the protection period. */
static GrQty
write_cover (Writer *writer, GrDate until)
{
  GrDate today = writer->input->today, protected = today + protection_days (writer);
  GrQty cover = gr_demand_curve_qty (writer->curve, today, until);
  g_autofree char *last = gr_date_title (until - 1, today);
  g_autofree char *label = g_strdup_printf (_ ("Expected sales until the end of %s"), last);

  add_weeks (writer, "later-week", protected, until);
  if (until < protected)
    add_sum (writer, "beyond", _ ("Expected sales in the days to cover after that"),
        gr_demand_curve_qty (writer->curve, until, protected),
        shown_demand (writer, protected) - shown_demand (writer, until), NULL);
  add_sum (writer, "cover-demand", label, cover, shown_demand (writer, until),
      until < protected ? _ ("expected sales in the days to cover − the part after that")
                        : _ ("expected sales in the days to cover + the forecasts after that"));
  return cover;
}

static void
write_multiple (Writer *writer, const GrSuggestion *order)
{
  GrQty multiple = gr_item_plan_multiple (writer->input);
  gint64 packs = order->qty / multiple;
  g_autofree char *size = gr_decimal_title (multiple, GR_QTY_DIGITS, 0);
  g_autofree char *amount = gr_explanation_amount (order->qty, writer->unit);
  g_autofree char *count = gr_decimal_title (packs, 0, 0);
  GrExplanationLine *line;
  char *value;

  if (writer->input->order_multiple <= 0) {
    add_qty (writer, "multiple", _ ("Whole units"), multiple, NULL);
    return;
  }
  /* Translators: "4 packs of 12 = 48 pcs" */
  value = g_strdup_printf (ngettext ("%s pack of %s = %s", "%s packs of %s = %s", (gulong) packs), count, size, amount);
  line = add_line (writer, "multiple", _ ("Pack size"), value, g_strdup (_ ("need rounded up to whole packs")));
  line->number = gr_qty_to_double (multiple);
}

static void
write_dates (Writer *writer, const GrSuggestion *order)
{
  gboolean is_today = order->order_on == writer->input->today;

  add_date (writer, "needed-on", _ ("Below safety stock from"), order->needed_on, NULL);
  add_date (writer, "order-by", _ ("Order by"), order->order_by, _ ("that day − lead time, not before today"));
  add_date (writer, "arrive-on", _ ("Arrives"), order->arrive_on,
      is_today ? _ ("today + lead time, as the next order day would be too late") : _ ("order by + lead time"));
}

static void
write_order (Writer *writer)
{
  const GrItemPlanInput *input = writer->input;
  const GrSuggestion *order = &writer->plan->suggestions[0];
  GrDate until = order->covers_until + 1;
  GrQty cover = write_cover (writer, until);
  GrQty level = gr_qty_add (shown_demand (writer, until), shown (writer, writer->plan->safety_stock));
  GrQty arrivals = arrivals_until (input, order->covers_until);

  add_sum (writer, "level", _ ("Stock needed for that"), gr_qty_add (cover, writer->plan->safety_stock), level,
      _ ("expected sales until then + safety stock"));
  add_qty (writer, "arrivals", _ ("On order and here by then"), arrivals, NULL);
  if (order->lost > 0)
    add_qty (writer, "lost", _ ("Sales lost before it can arrive"), order->lost,
        _ ("missed on days without stock; customers are not expected to come back"));
  add_sum (writer, "need", _ ("Need"), order->need,
      level - shown (writer, on_hand (writer)) - shown (writer, arrivals) - shown (writer, order->lost),
      order->lost > 0 ? _ ("stock needed − on hand − on order and here by then − sales lost")
                      : _ ("stock needed − on hand − on order and here by then"));
  if (input->minimum_order_qty > 0)
    add_qty (writer, "minimum", _ ("Minimum quantity"), input->minimum_order_qty, NULL);
  write_multiple (writer, order);
  add_qty (writer, "quantity", C_ ("quantity", "Order"), order->qty,
      input->minimum_order_qty > 0 ? _ ("the greater of need and minimum quantity, rounded up to whole packs")
                                   : _ ("need, rounded up to whole packs"));
  write_dates (writer, order);
}

/**
 * gr_explanation_new:
 * @plan: what gr_item_plan_new() made of @input
 * @unit: (nullable): the item's unit
 *
 * Writes out how the plan's first order, or there being none, follows from the forecast, the supplier's terms and
 * the stock. Every line with a formula can be computed from the lines above it.
 */
GrExplanation *
gr_explanation_new (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit)
{
  GrExplanation *explanation = g_new0 (GrExplanation, 1);
  Writer writer = {.input = input, .plan = plan, .unit = unit, .tick = tick_of (input)};

  explanation->sentence = gr_explanation_sentence (input, plan, unit);
  explanation->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_explanation_line_free);
  if (!input->is_stocked)
    return explanation;
  writer.lines = explanation->lines;
  writer.curve = gr_demand_curve_new (input->today, GR_GRAIN_WEEK, input->forecast, input->n_weeks);
  write_demand (&writer);
  write_buffer (&writer);
  write_stock (&writer);
  if (plan->n_suggestions > 0)
    write_order (&writer);
  gr_demand_curve_free (writer.curve);
  return explanation;
}
