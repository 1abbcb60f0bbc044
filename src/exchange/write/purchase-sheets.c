#include "purchase-sheets.h"

#include "sop-summary.h"

#include <glib/gi18n-lib.h>

enum { QTY_COLUMN = 3, PRICE_COLUMN, VALUE_COLUMN, COST_COLUMN, COST_VALUE_COLUMN, ORDER_COLUMN, ARRIVE_COLUMN };

/* The rows of a block of the sheet by months; there is one in units and one in money. */
enum { ON_ORDER, LISTED, LATER, SUM, SUMMARY, DIFFERENCE, N_LINES };

#define LABELS 2 /* columns before the first month */

typedef struct {
  GrSheet *sheet;
  const GrSheet *summary;
  const GrSheet *plan;
  const GrSopWorkbookData *data;
} Months;

static GrSheet *
add_plan (GrWorkbook *workbook)
{
  const GrSheetColumn columns[] = {
      {_ ("Supplier"), 24, GR_FORMAT_TEXT},
      {_ ("Item"), 12, GR_FORMAT_TEXT},
      {_ ("Description"), 36, GR_FORMAT_TEXT},
      {_ ("Quantity"), 10, GR_FORMAT_QUANTITY},
      {C_ ("order", "Unit price"), 11, GR_FORMAT_PRICE},
      {_ ("Value"), 14, GR_FORMAT_MONEY},
      {_ ("Unit cost"), 11, GR_FORMAT_PRICE},
      {_ ("Value at cost"), 14, GR_FORMAT_MONEY},
      {_ ("Order on"), 11, GR_FORMAT_DATE},
      {_ ("Arrives on"), 11, GR_FORMAT_DATE},
      {C_ ("suggestion", "Late"), 7, GR_FORMAT_TEXT},
      {_ ("Reason"), 60, GR_FORMAT_WRAPPED},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Purchase plan"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 2);
  return sheet;
}

static void
write_purchase (GrSheet *sheet, const GrSopWorkbookPurchase *row)
{
  gr_sheet_put_text (sheet, row->supplier);
  gr_sheet_put_text (sheet, row->item_code);
  gr_sheet_put_text (sheet, row->description);
  gr_sheet_put_quantity (sheet, row->qty);
  gr_sheet_put_price (sheet, row->unit_price);
  gr_sheet_put_value (sheet, &(GrSheetValue){QTY_COLUMN, PRICE_COLUMN, row->qty, row->unit_price, row->value, FALSE});
  gr_sheet_put_price (sheet, row->unit_cost);
  gr_sheet_put_value (
      sheet, &(GrSheetValue){QTY_COLUMN, COST_COLUMN, row->qty, row->unit_cost, row->cost_value, FALSE});
  gr_sheet_put_date (sheet, row->order_on);
  gr_sheet_put_date (sheet, row->arrive_on);
  gr_sheet_put_text (sheet, row->is_late ? C_ ("suggestion", "Late") : NULL);
  gr_sheet_put_text (sheet, row->reason);
  gr_sheet_end_row (sheet);
}

static GrSheet *
write_plan (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  GrSheet *sheet = add_plan (workbook);
  GrMoney total = 0;

  for (gsize i = 0; i < data->n_purchases; i++) {
    write_purchase (sheet, &data->purchases[i]);
    gr_sheet_add_up (&total, data->purchases[i].value);
  }
  gr_sheet_finish_with_total (sheet, VALUE_COLUMN, total);
  return sheet;
}

static GrSheet *
add_months (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  g_autofree GrSheetColumn *columns = g_new0 (GrSheetColumn, LABELS + data->n_ahead);
  GrSheet *sheet;

  columns[0] = (GrSheetColumn){_ ("Arriving in the month"), 44, GR_FORMAT_TEXT, 0};
  columns[1] = (GrSheetColumn){_ ("Unit"), 8, GR_FORMAT_TEXT, 0};
  for (int i = 0; i < data->n_ahead; i++)
    columns[LABELS + i] =
        (GrSheetColumn){NULL, 13, GR_FORMAT_UNITS, gr_grain_add (GR_GRAIN_MONTH, data->first_month, data->n_past + i)};
  sheet = gr_sheet_new (workbook, _ ("Purchases by month"), columns, LABELS + data->n_ahead);
  gr_sheet_set_frozen_columns (sheet, LABELS);
  return sheet;
}

/* What arrives of the orders listed in the plan in month @i of those ahead. */
static gint64
sum_listed (const GrSopWorkbookData *data, int i, gboolean is_money)
{
  GrDate from = gr_grain_add (GR_GRAIN_MONTH, data->first_month, data->n_past + i);
  GrDate until = gr_grain_add (GR_GRAIN_MONTH, from, 1);
  gint64 sum = 0;

  for (gsize p = 0; p < data->n_purchases; p++) {
    const GrSopWorkbookPurchase *row = &data->purchases[p];

    if (row->arrive_on >= from && row->arrive_on < until)
      gr_sheet_add_up (&sum, is_money ? row->cost_value : row->qty);
  }
  return sum;
}

static gint64
figure_of (const GrSopWorkbookData *data, int line, int i, gboolean is_money)
{
  const GrSopWorkbookArrivals *arrivals = &data->arrivals[i];
  gint64 figure = is_money ? arrivals->on_order_value : arrivals->on_order;

  if (line == ON_ORDER)
    return figure;
  if (line == LISTED)
    return sum_listed (data, i, is_money);
  if (line == LATER)
    return is_money ? arrivals->later_value : arrivals->later;
  if (line == SUMMARY)
    return is_money ? data->total[data->n_past + i].purchases_value : data->total[data->n_past + i].purchases;
  for (int part = LISTED; part <= LATER; part++)
    gr_sheet_add_up (&figure, figure_of (data, part, i, is_money));
  if (line == DIFFERENCE)
    gr_sheet_add_up (&figure, -figure_of (data, SUMMARY, i, is_money));
  return figure;
}

static double
to_double (const Months *self, gint64 figure, gboolean is_money)
{
  return is_money ? gr_money_to_double (figure, self->data->info.currency_digits) : gr_qty_to_double (figure);
}

/* Sums the plan's rows by the day of their arrival, in whatever order the reader has sorted them. */
static void
put_listed (const Months *self, int i, double figure, gboolean is_money)
{
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE], first_day[GR_CELL_NAME_SIZE], last_day[GR_CELL_NAME_SIZE],
      month[GR_CELL_NAME_SIZE];
  guint column = is_money ? COST_VALUE_COLUMN : QTY_COLUMN, last_row = (guint) self->data->n_purchases;
  const char *name = self->plan->name;

  if (last_row == 0) {
    gr_sheet_put_number (self->sheet, figure);
    return;
  }
  gr_sheet_cell_name (first, 1, column);
  gr_sheet_cell_name (last, last_row, column);
  gr_sheet_cell_name (first_day, 1, ARRIVE_COLUMN);
  gr_sheet_cell_name (last_day, last_row, ARRIVE_COLUMN);
  gr_sheet_cell_name (month, 0, (guint) (LABELS + i));
  gr_sheet_put_formula (self->sheet, figure, "=SUMIFS('%s'!%s:%s,'%s'!%s:%s,\">=\"&%s,'%s'!%s:%s,\"<\"&EDATE(%s,1))",
      name, first, last, name, first_day, last_day, month, name, first_day, last_day, month);
}

static void
put_line (const Months *self, int line, int i, gboolean is_money)
{
  double figure = to_double (self, figure_of (self->data, line, i, is_money), is_money);
  guint column = (guint) (LABELS + i), block = self->sheet->row - (guint) line;
  char from[GR_CELL_NAME_SIZE], to[GR_CELL_NAME_SIZE];
  GrSopMeasure measure = is_money ? GR_SOP_PURCHASES_VALUE : GR_SOP_PURCHASES;

  if (line == LISTED)
    put_listed (self, i, figure, is_money);
  else if (line == SUM)
    gr_sheet_put_formula (self->sheet, figure, "=SUM(%s:%s)", gr_sheet_cell_name (from, block + ON_ORDER, column),
        gr_sheet_cell_name (to, block + LATER, column));
  else if (line == SUMMARY)
    gr_sheet_put_formula (self->sheet, figure, "='%s'!%s", self->summary->name,
        gr_sheet_cell_name (from, gr_sop_summary_row (self->data, measure, (guint) self->data->n_families),
            (guint) (GR_SOP_LABELS + self->data->n_past + i)));
  else if (line == DIFFERENCE)
    gr_sheet_put_formula (self->sheet, figure, "=ROUND(%s-%s,%d)", gr_sheet_cell_name (from, block + SUM, column),
        gr_sheet_cell_name (to, block + SUMMARY, column), is_money ? self->data->info.currency_digits : GR_QTY_DIGITS);
  else
    gr_sheet_put_number (self->sheet, figure);
}

static void
write_block (const Months *self, gboolean is_money)
{
  const char *const titles[N_LINES] = {
      [ON_ORDER] = _ ("On order already"),
      [LISTED] = _ ("To be ordered, listed in the purchase plan"),
      [LATER] = _ ("To be ordered after what the plan lists"),
      [SUM] = is_money ? _ ("Purchases at cost") : _ ("Purchases"),
      [SUMMARY] = _ ("The same on the summary"),
      [DIFFERENCE] = _ ("Difference, must be 0"),
  };

  for (int i = 0; i < self->data->n_ahead; i++)
    self->sheet->columns[LABELS + i].format = is_money ? GR_FORMAT_MONEY : GR_FORMAT_UNITS;
  for (int line = 0; line < N_LINES; line++) {
    if (line == SUM || line == DIFFERENCE)
      gr_sheet_begin_totals (self->sheet);
    gr_sheet_put_text (self->sheet, titles[line]);
    gr_sheet_put_text (self->sheet, is_money ? self->data->info.currency : _ ("units"));
    for (int i = 0; i < self->data->n_ahead; i++)
      put_line (self, line, i, is_money);
    gr_sheet_end_row (self->sheet);
  }
}

/**
 * gr_purchase_sheets_write:
 * @summary: the sheet of gr_sop_summary_write()
 *
 * Adds the purchase plan, order by order, and purchases by month: what is on order, what the plan lists and what comes
 * to be ordered after that, with the check that they are the summary's purchases.
 * O(purchases x months).
 */
void
gr_purchase_sheets_write (const GrSheet *summary, const GrSopWorkbookData *data)
{
  Months self = {NULL, summary, write_plan (summary->workbook, data), data};

  self.sheet = add_months (summary->workbook, data);
  write_block (&self, FALSE);
  write_block (&self, TRUE);
  gr_sheet_finish (self.sheet);
}
