#include "chart-sentence.h"

#include "app/chart/drawing/chart-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
runs_out_sentence (const GrForecastChartData *data)
{
  g_autofree char *day = NULL;

  if (data->stock_out_on == GR_DATE_NONE)
    return g_strdup (_ ("Stock lasts for the whole planned period."));
  if (data->stock_out_on <= data->today)
    return g_strdup (_ ("Out of stock."));
  day = gr_chart_text_day (data->stock_out_on, data->today);
  return g_strdup_printf (/* Translators: %s is a day, "14 July" */ _ ("Runs out on %s."), day);
}

/**
 * gr_chart_sentence_label:
 *
 * Returns: (transfer full): what the chart shows and its main message, as a person would say it
 */
char *
gr_chart_sentence_label (const GrForecastChartData *data)
{
  g_autofree char *what = NULL, *answer = NULL;

  if (data->title)
    what = g_strdup_printf (
        /* Translators: %s is an item's name */ _ ("Sales and forecast of %s against stock."), data->title);
  else
    what = g_strdup (_ ("Sales and forecast against stock."));
  answer = gr_forecast_chart_data_is_empty (data) ? g_strdup (_ ("No sales yet.")) : runs_out_sentence (data);
  return g_strconcat (what, " ", answer, NULL);
}

/* The sum of what is known of one number, and of how many buckets. */
static double
sum_known (const GrForecastChartData *data, gsize offset, const int *range, int *n_known)
{
  double sum = 0;

  *n_known = 0;
  for (int i = MAX (range[0], 0); i < MIN (range[1], (int) data->n_buckets); i++) {
    double value = *(const double *) (const void *) ((const char *) &data->buckets[i] + offset);

    if (isfinite (value)) {
      sum += value;
      (*n_known)++;
    }
  }
  return sum;
}

static char *
amount (const GrForecastChartData *data, double value)
{
  g_autofree char *number = gr_chart_text_value (value, data->digits);

  return data->unit ? g_strdup_printf (/* Translators: a number and its unit */ _ ("%s %s"), number, data->unit)
                    : g_steal_pointer (&number);
}

/* What was sold over the last quarter, or less where that is all there is. */
static char *
sold_sentence (const GrForecastChartData *data, int running)
{
  const int quarter = gr_grain_per_year (data->grain) / 4;
  int n;
  double sum =
      sum_known (data, G_STRUCT_OFFSET (GrForecastChartBucket, sales), (int[]){running - quarter, running}, &n);
  g_autofree char *sold = amount (data, sum);

  if (n == 0)
    return NULL;
  if (data->grain == GR_GRAIN_WEEK)
    return g_strdup_printf (ngettext ("Sold %s in the last week.", "Sold %s in the last %d weeks.", n), sold, n);
  return g_strdup_printf (ngettext ("Sold %s in the last month.", "Sold %s in the last %d months.", n), sold, n);
}

static char *
expected_sentence (const GrForecastChartData *data, int running)
{
  const int quarter = gr_grain_per_year (data->grain) / 4;
  int n;
  double sum =
      sum_known (data, G_STRUCT_OFFSET (GrForecastChartBucket, forecast), (int[]){running, running + quarter}, &n);
  g_autofree char *expected = amount (data, sum);

  if (n == 0)
    return NULL;
  if (data->grain == GR_GRAIN_WEEK)
    return g_strdup_printf (
        ngettext ("Forecast %s for this week.", "Forecast %s for the next %d weeks.", n), expected, n);
  return g_strdup_printf (
      ngettext ("Forecast %s for this month.", "Forecast %s for the next %d months.", n), expected, n);
}

static char *
stock_sentence (const GrForecastChartData *data, int running)
{
  g_autofree char *stock = NULL;

  if (running >= (int) data->n_buckets || !isfinite (data->buckets[running].stock))
    return NULL;
  stock = amount (data, data->buckets[running].stock);
  return g_strdup_printf (/* Translators: a quantity */ _ ("%s in stock now."), stock);
}

static char *
arrival_sentence (const GrForecastChartData *data)
{
  const GrForecastChartReceipt *next = NULL;
  g_autofree char *day = NULL, *qty = NULL;

  for (guint i = 0; i < data->receipts->len; i++) {
    const GrForecastChartReceipt *receipt = &g_array_index (data->receipts, GrForecastChartReceipt, i);

    if (!receipt->is_suggested && receipt->on >= data->today && (!next || receipt->on < next->on))
      next = receipt;
  }
  if (!next)
    return NULL;
  day = gr_chart_text_day (next->on, data->today);
  qty = amount (data, next->qty);
  return g_strdup_printf (/* Translators: a quantity and a day */ _ ("%s arrive on %s."), qty, day);
}

/* What is under way or comes next. */
static char *
event_sentence (const GrForecastChartData *data)
{
  const GrForecastChartEvent *next = NULL;
  g_autofree char *first = NULL, *last = NULL;

  for (guint i = 0; i < data->events->len; i++) {
    const GrForecastChartEvent *event = &g_array_index (data->events, GrForecastChartEvent, i);

    if (event->to >= data->today && (!next || event->from < next->from))
      next = event;
  }
  if (!next)
    return NULL;
  first = gr_chart_text_day (next->from, data->today);
  last = gr_chart_text_day (next->to, data->today);
  if (next->from == next->to)
    return g_strdup_printf (/* Translators: an event and its day */ _ ("%s on %s."), next->label, first);
  return g_strdup_printf (
      /* Translators: an event, its first and last day */ _ ("%s from %s to %s."), next->label, first, last);
}

/* Adds @sentence, where there is one, and frees it. */
static void
append_sentence (GString *text, char *sentence)
{
  if (sentence && text->len > 0)
    g_string_append_c (text, ' ');
  if (sentence)
    g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * gr_chart_sentence_description:
 *
 * Returns: (transfer full): the figures behind the label: sold and expected over a quarter, in stock, next arrival,
 *   next event
 */
char *
gr_chart_sentence_description (const GrForecastChartData *data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int running = gr_forecast_chart_data_index_of (data, data->today);

  if (gr_forecast_chart_data_is_empty (data))
    return g_strdup (_ ("The chart appears with the first sale or count"));
  if (running < 0)
    running = (int) data->n_buckets;
  append_sentence (text, sold_sentence (data, running));
  append_sentence (text, expected_sentence (data, running));
  append_sentence (text, stock_sentence (data, running));
  append_sentence (text, arrival_sentence (data));
  append_sentence (text, event_sentence (data));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
