#include "series-numbers.h"

#include "app/text/format.h"

#include <glib/gi18n.h>
#include <math.h>

/* Weeks by their first day, with the year where another one begins. */
static char *
title_of (const GrItemSeries *series, int i)
{
  int year, month, day, year_before;

  if (series->grain == GR_GRAIN_MONTH)
    return gr_format_month (series->starts[i]);
  gr_date_to_ymd (series->starts[i], &year, &month, &day);
  gr_date_to_ymd (series->starts[i] - 7, &year_before, &month, &day);
  return year != year_before ? gr_format_date (series->starts[i]) : gr_format_week (series->starts[i]);
}

/* Whole pieces where all that is shown is whole; else as many decimals as help. */
static int
decimals_of (const double *values, int n)
{
  double largest = 0;

  for (int i = 0; i < n; i++)
    if (isfinite (values[i]))
      largest = fmax (largest, fabs (values[i]));
  return largest < 10 ? 1 : 0;
}

static void
copy_row (GrNumberTable *table, const char *title, const char *tooltip, const double *values)
{
  GrNumberRow *row = gr_number_table_add_row (table, title, tooltip, decimals_of (values, (int) table->n_periods));

  for (guint i = 0; i < table->n_periods; i++)
    row->values[i] = values[i];
}

/* A quantity of the projection, which begins with the running period. */
static void
add_projected (GrNumberTable *table, const GrItemSeries *series, const char *const words[2], gsize offset)
{
  GrNumberRow *row = gr_number_table_add_row (table, words[0], words[1], 0);

  for (int i = 0; i < series->n_ahead; i++)
    row->values[series->n_past + i] =
        gr_qty_to_double (*(const GrQty *) (gconstpointer) ((const char *) &series->projection[i] + offset));
  row->decimals = decimals_of (row->values, series->n_past + series->n_ahead);
}

static void
add_plan (GrNumberTable *table, const GrItemSeries *series)
{
  const char *on_order[] = {_ ("On order"), _ ("Goods arriving from orders that were placed.")};
  const char *suggested[] = {_ ("Suggested"), _ ("Goods that would arrive if the suggestions are accepted.")};
  const char *demand[] = {_ ("Expected sales"), _ ("Sales still expected in this period, according to the forecast.")};
  const char *lost[] = {_ ("Lost sales"),
      _ ("Sales missed because nothing was in stock. Customers are not expected to come back for them.")};
  GrNumberRow *row;

  add_projected (table, series, on_order, G_STRUCT_OFFSET (GrProjectionBucket, on_order));
  add_projected (table, series, suggested, G_STRUCT_OFFSET (GrProjectionBucket, suggested));
  add_projected (table, series, demand, G_STRUCT_OFFSET (GrProjectionBucket, demand));
  add_projected (table, series, lost, G_STRUCT_OFFSET (GrProjectionBucket, lost));
  copy_row (table, _ ("Stock at the end"), _ ("Stock at the end of the period: past, then projected."), series->stock);
  row = g_ptr_array_index (table->rows, table->rows->len - 1);
  row->is_strong = TRUE;
  if (!isfinite (series->safety_stock))
    return;
  row = gr_number_table_add_row (
      table, _ ("Safety stock"), _ ("Extra stock in case more is sold, or deliveries come later, than expected."), 0);
  for (int i = 0; i < series->n_ahead; i++)
    row->values[series->n_past + i] = series->safety_stock;
}

/**
 * gr_series_numbers:
 *
 * Returns: (transfer full): the numbers of the chart of forecast against stock
 */
GrNumberTable *
gr_series_numbers (const GrItemSeries *series)
{
  int n = series->n_past + series->n_ahead;
  GrNumberTable *table = gr_number_table_new (series->unit, (guint) n, series->n_past);

  for (int i = 0; i < n; i++)
    gr_number_table_take_title (table, (guint) i, title_of (series, i));
  copy_row (table, _ ("Sales"), _ ("What was sold, less returns."), series->sales);
  copy_row (table, _ ("Forecast"), _ ("What is expected to be sold in the whole period."), series->mean);
  copy_row (table, _ ("Low (80%)"), _ ("Sales fall below this in one period of ten."), series->lo80);
  copy_row (table, _ ("High (80%)"), _ ("Sales go above this in one period of ten."), series->hi80);
  add_plan (table, series);
  return table;
}

/* The words of a line of the review, and where its quantity and money are in a cell. */
typedef struct {
  const char *title;
  const char *tooltip;
  gsize qty;
  gsize value;
  gboolean is_past;
  gboolean is_ahead;
} SopLine;

static const SopLine sop_lines[] = {
    {N_ ("Sales"), N_ ("What was sold, at the price it was sold for."), G_STRUCT_OFFSET (GrSopCell, sales),
        G_STRUCT_OFFSET (GrSopCell, sales_value), TRUE, FALSE},
    {N_ ("Forecast"), N_ ("What is expected to be sold, at today’s price."), G_STRUCT_OFFSET (GrSopCell, forecast),
        G_STRUCT_OFFSET (GrSopCell, forecast_value), FALSE, TRUE},
    {N_ ("Purchases"), N_ ("Goods received; for later months, on order or suggested; at purchase price."),
        G_STRUCT_OFFSET (GrSopCell, purchases), G_STRUCT_OFFSET (GrSopCell, purchases_value), TRUE, TRUE},
    {N_ ("Lost sales"), N_ ("Sales missed because nothing was in stock, at today’s price."),
        G_STRUCT_OFFSET (GrSopCell, lost), G_STRUCT_OFFSET (GrSopCell, lost_value), FALSE, TRUE},
    {N_ ("Projected stock"), N_ ("Stock at the end of the month, at purchase price."),
        G_STRUCT_OFFSET (GrSopCell, projected), G_STRUCT_OFFSET (GrSopCell, projected_value), TRUE, TRUE},
};

static void
add_sop_line (GrNumberTable *table, const GrSopGrid *grid, const GrSopRow *row, const SopLine *line)
{
  GrNumberRow *units = gr_number_table_add_row (table, _ (line->title), _ (line->tooltip), 0);

  units->is_strong = line->qty == G_STRUCT_OFFSET (GrSopCell, projected);
  for (int i = line->is_past ? 0 : grid->n_past; i < (line->is_ahead ? grid->n_past + grid->n_ahead : grid->n_past + 1);
       i++)
    units->values[i] = gr_qty_to_double (*(const GrQty *) (gconstpointer) ((const char *) &row->cells[i] + line->qty));
}

/* Whole units of money: a review is not about cents. */
static void
add_sop_value (
    GrNumberTable *table, const GrSopGrid *grid, const GrSopRow *row, const SopLine *line, const char *currency)
{
  g_autofree char *title = g_strdup_printf ("%s (%s)", _ (line->title), currency);
  GrNumberRow *money = gr_number_table_add_row (table, title, _ (line->tooltip), 0);
  double minor = pow (10, grid->currency_digits);

  for (int i = line->is_past ? 0 : grid->n_past; i < (line->is_ahead ? grid->n_past + grid->n_ahead : grid->n_past + 1);
       i++)
    money->values[i] =
        (double) *(const GrMoney *) (gconstpointer) ((const char *) &row->cells[i] + line->value) / minor;
}

/**
 * gr_sop_numbers:
 * @row: of @grid
 *
 * Returns: (transfer full): a family's months in units, then in money
 */
GrNumberTable *
gr_sop_numbers (const GrSopGrid *grid, const GrSopRow *row, const char *currency)
{
  int n = grid->n_past + grid->n_ahead;
  GrNumberTable *table = gr_number_table_new (_ ("Units and money"), (guint) n, grid->n_past);
  GrNumberRow *days;

  for (int i = 0; i < n; i++) {
    int year, month, day;

    gr_date_to_ymd (grid->first_month, &year, &month, &day);
    month += i;
    gr_number_table_take_title (
        table, (guint) i, gr_format_month (gr_date_from_ymd (year + (month - 1) / 12, (month - 1) % 12 + 1, 1)));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sop_lines); i++)
    add_sop_line (table, grid, row, &sop_lines[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (sop_lines); i++)
    add_sop_value (table, grid, row, &sop_lines[i], currency);
  days = gr_number_table_add_row (
      table, _ ("Days of supply"), _ ("How many days the stock lasts at the expected sales."), 0);
  for (int i = 0; i < n; i++)
    days->values[i] = row->cells[i].days_of_supply;
  return table;
}
