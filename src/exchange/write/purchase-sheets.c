#include "purchase-sheets.h"

#include "sheet.h"
#include "sop-summary.h"

#include <glib/gi18n-lib.h>

/* The rows of a block of the sheet by months; there is one in units and one in money. */
enum { ON_ORDER, LISTED, LATER, SUM, SUMMARY, DIFFERENCE, N_LINES };

#define LABELS 2 /* columns before the first month */

#define PURCHASE(member) G_STRUCT_OFFSET (GrSopWorkbookPurchase, member)

static void
put_late (GrSheet *sheet, gconstpointer row)
{
  gr_sheet_put_text (sheet, ((const GrSopWorkbookPurchase *) row)->suggestion.is_late ? _ ("Yes") : NULL);
}

static GrSheet *
write_plan (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  const GrSheetColumn columns[] = {
      {_ ("Supplier"), 24, GR_FORMAT_TEXT, PURCHASE (suggestion.supplier_name)},
      {_ ("Item"), 12, GR_FORMAT_TEXT, PURCHASE (suggestion.item_code)},
      {_ ("Description"), 36, GR_FORMAT_TEXT, PURCHASE (suggestion.item_description)},
      {_ ("Quantity"), 10, GR_FORMAT_QUANTITY, PURCHASE (suggestion.qty)},
      {C_ ("order", "Order price"), 11, GR_FORMAT_PRICE, PURCHASE (suggestion.unit_price)},
      {_ ("Value"), 14, GR_FORMAT_MONEY, PURCHASE (suggestion.value), gr_sheet_put_value, PURCHASE (suggestion.qty),
          PURCHASE (suggestion.unit_price), .is_summed = TRUE},
      {_ ("Purchase price"), 11, GR_FORMAT_PRICE, PURCHASE (unit_cost)},
      {_ ("Value at purchase price"), 14, GR_FORMAT_MONEY, PURCHASE (cost_value), gr_sheet_put_value,
          PURCHASE (suggestion.qty), PURCHASE (unit_cost)},
      {_ ("Order on"), 11, GR_FORMAT_DATE, PURCHASE (suggestion.order_on)},
      {_ ("Arrives on"), 11, GR_FORMAT_DATE, PURCHASE (suggestion.arrive_on)},
      {_ ("Uses safety stock"), 12, GR_FORMAT_TEXT, 0, put_late},
      {_ ("Reason"), 60, GR_FORMAT_WRAPPED, PURCHASE (reason)},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Purchase plan"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 2);
  gr_sheet_write_rows (sheet, &(GrSheetRows){data->purchases, data->n_purchases, sizeof *data->purchases}, NULL, NULL);
  return sheet;
}

typedef struct {
  const GrSheet *summary;
  const GrSheet *plan;
  const GrSopWorkbookData *data;
} Months;

typedef struct {
  const char *title;
  const char *unit;
  const Months *months;
  int line;
  gboolean is_money;
} MonthsRow;

/* What arrives of the orders listed in the plan in month @i of those ahead. */
static gint64
sum_listed (const GrSopWorkbookData *data, int i, gboolean is_money)
{
  GrDate from = gr_sop_grid_month (data->grid, data->grid->n_past + i);
  GrDate until = gr_grain_add (GR_GRAIN_MONTH, from, 1);
  gint64 sum = 0;

  for (gsize p = 0; p < data->n_purchases; p++) {
    const GrSopWorkbookPurchase *row = &data->purchases[p];

    if (row->suggestion.arrive_on >= from && row->suggestion.arrive_on < until)
      gr_sheet_add_up (&sum, is_money ? row->cost_value : row->suggestion.qty);
  }
  return sum;
}

static const GrSopCell *
total_of (const GrSopWorkbookData *data, int i)
{
  const GrSopRow *total = g_ptr_array_index (data->grid->rows, data->grid->rows->len - 1);

  return &total->cells[data->grid->n_past + i];
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
    return is_money ? total_of (data, i)->purchases_value : total_of (data, i)->purchases;
  for (int part = LISTED; part <= LATER; part++)
    gr_sheet_add_up (&figure, figure_of (data, part, i, is_money));
  if (line == DIFFERENCE)
    gr_sheet_add_up (&figure, -figure_of (data, SUMMARY, i, is_money));
  return figure;
}

static double
to_double (const MonthsRow *row, gint64 figure)
{
  return row->is_money ? gr_money_to_double (figure, row->months->data->info.currency_digits)
                       : gr_qty_to_double (figure);
}

/* Sums the plan's rows by the day of their arrival, in whatever order the reader has sorted them. */
static void
put_listed (GrSheet *sheet, const MonthsRow *row, double figure)
{
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE], first_day[GR_CELL_NAME_SIZE], last_day[GR_CELL_NAME_SIZE],
      month[GR_CELL_NAME_SIZE];
  const GrSheet *plan = row->months->plan;
  guint column = gr_sheet_column_of (plan, row->is_money ? PURCHASE (cost_value) : PURCHASE (suggestion.qty));
  guint day_column = gr_sheet_column_of (plan, PURCHASE (suggestion.arrive_on));
  guint last_row = (guint) row->months->data->n_purchases;

  if (last_row == 0) {
    gr_sheet_put_number (sheet, figure);
    return;
  }
  gr_sheet_cell_name (first, 1, column);
  gr_sheet_cell_name (last, last_row, column);
  gr_sheet_cell_name (first_day, 1, day_column);
  gr_sheet_cell_name (last_day, last_row, day_column);
  gr_sheet_cell_name (month, 0, sheet->column);
  gr_sheet_put_formula (sheet, figure, "=SUMIFS('%s'!%s:%s,'%s'!%s:%s,\">=\"&%s,'%s'!%s:%s,\"<\"&EDATE(%s,1))",
      plan->name, first, last, plan->name, first_day, last_day, month, plan->name, first_day, last_day, month);
}

/* The row of the summary that the block has to agree with. */
static guint
summary_row (const MonthsRow *row)
{
  return gr_sop_summary_row (row->months->data, row->is_money ? GR_SOP_PURCHASES_VALUE : GR_SOP_PURCHASES,
      gr_sop_summary_n_families (row->months->data));
}

static void
put_month (GrSheet *sheet, gconstpointer data)
{
  const MonthsRow *row = data;
  const Months *months = row->months;
  int month = sheet->column - LABELS;
  double figure = to_double (row, figure_of (months->data, row->line, month, row->is_money));
  guint column = sheet->column, block = sheet->row - (guint) row->line;
  char from[GR_CELL_NAME_SIZE], to[GR_CELL_NAME_SIZE];

  sheet->format = row->is_money ? GR_FORMAT_MONEY : GR_FORMAT_UNITS;
  if (row->line == LISTED)
    put_listed (sheet, row, figure);
  else if (row->line == SUM)
    gr_sheet_put_formula (sheet, figure, "=SUM(%s:%s)", gr_sheet_cell_name (from, block + ON_ORDER, column),
        gr_sheet_cell_name (to, block + LATER, column));
  else if (row->line == SUMMARY)
    gr_sheet_put_formula (sheet, figure, "='%s'!%s", months->summary->name,
        gr_sheet_cell_name (from, summary_row (row), (guint) (GR_SOP_LABELS + months->data->grid->n_past + month)));
  else if (row->line == DIFFERENCE)
    gr_sheet_put_formula (sheet, figure, "=ROUND(%s-%s,%d)", gr_sheet_cell_name (from, block + SUM, column),
        gr_sheet_cell_name (to, block + SUMMARY, column),
        row->is_money ? months->data->info.currency_digits : GR_QTY_DIGITS);
  else
    gr_sheet_put_number (sheet, figure);
}

static void
write_block (GrSheet *sheet, const Months *months, gboolean is_money)
{
  const char *const titles[N_LINES] = {
      [ON_ORDER] = _ ("Already on order"),
      [LISTED] = _ ("To order, listed in the purchase plan"),
      [LATER] = _ ("To order later, not listed in the purchase plan"),
      [SUM] = is_money ? _ ("Purchases, at purchase price") : _ ("Purchases"),
      [SUMMARY] = _ ("Purchases according to the summary"),
      [DIFFERENCE] = _ ("Difference, must be 0"),
  };
  const char *unit = is_money ? months->data->info.currency : _ ("units");

  for (int line = 0; line < N_LINES; line++) {
    MonthsRow row = {titles[line], unit, months, line, is_money};

    if (line == SUM || line == DIFFERENCE)
      gr_sheet_put_total_row (sheet, &row);
    else
      gr_sheet_put_row (sheet, &row);
  }
}

static void
write_months (const Months *months)
{
  const GrSheetColumn columns[LABELS + 1] = {
      {_ ("Arriving in the month"), 44, GR_FORMAT_TEXT, G_STRUCT_OFFSET (MonthsRow, title)},
      {_ ("Unit"), 8, GR_FORMAT_TEXT, G_STRUCT_OFFSET (MonthsRow, unit)},
      {NULL, 13, GR_FORMAT_UNITS, 0, put_month},
  };
  const GrSopWorkbookData *data = months->data;
  GrDate first = gr_sop_grid_month (data->grid, data->grid->n_past);
  GrSheet *sheet = gr_sheet_new_by_month (months->summary->workbook, _ ("Purchases by month"), columns,
      &(GrSheetMonths){LABELS, first, data->grid->n_ahead});

  write_block (sheet, months, FALSE);
  write_block (sheet, months, TRUE);
  gr_sheet_finish (sheet);
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
  Months months = {summary, write_plan (summary->workbook, data), data};

  write_months (&months);
}
