#include "sop-summary.h"

#include "sheet.h"

#include <glib/gi18n-lib.h>

#define MONTHS_PER_PAGE 14

typedef struct {
  const char *title;
  GrWorkbookFormat format;
  gsize offset; /* of the figure in GrSopWorkbookCell */
} MeasureKind;

/* One block of rows each: the families, then their total. Sums run down a block, and a block filters as one. */
static const MeasureKind measures[GR_SOP_N_MEASURES] = {
    [GR_SOP_SALES] = {N_ ("Sales"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopWorkbookCell, sales)},
    [GR_SOP_FORECAST] = {N_ ("Forecast"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopWorkbookCell, forecast)},
    [GR_SOP_PURCHASES] = {N_ ("Purchases"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopWorkbookCell, purchases)},
    [GR_SOP_LOST] = {N_ ("Lost sales"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopWorkbookCell, lost)},
    [GR_SOP_PROJECTED] = {N_ ("Projected stock"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopWorkbookCell, projected)},
    [GR_SOP_DAYS_OF_SUPPLY] = {N_ ("Days of supply"), GR_FORMAT_DAYS,
        G_STRUCT_OFFSET (GrSopWorkbookCell, days_of_supply)},
    [GR_SOP_SALES_VALUE] = {N_ ("Sales"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopWorkbookCell, sales_value)},
    [GR_SOP_FORECAST_VALUE] = {N_ ("Forecast"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopWorkbookCell, forecast_value)},
    [GR_SOP_PURCHASES_VALUE] = {N_ ("Purchases at cost"), GR_FORMAT_MONEY,
        G_STRUCT_OFFSET (GrSopWorkbookCell, purchases_value)},
    [GR_SOP_LOST_VALUE] = {N_ ("Lost sales"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopWorkbookCell, lost_value)},
    [GR_SOP_PROJECTED_VALUE] = {N_ ("Stock value"), GR_FORMAT_MONEY,
        G_STRUCT_OFFSET (GrSopWorkbookCell, projected_value)},
};

/* @family: the number of families for the total */
typedef struct {
  const char *title;
  const char *name;
  const char *unit;
  const GrSopWorkbookData *data;
  GrSopMeasure measure;
  guint family;
  const GrSopWorkbookCell *cells;
} SummaryRow;

#define FIELD(member) G_STRUCT_OFFSET (SummaryRow, member)

static gint64
figure_of (const GrSopWorkbookCell *cell, GrSopMeasure measure)
{
  return G_STRUCT_MEMBER (gint64, cell, measures[measure].offset);
}

static gboolean
is_money (const SummaryRow *row)
{
  return measures[row->measure].format == GR_FORMAT_MONEY;
}

static void
put_figure (GrSheet *sheet, const SummaryRow *row, gint64 figure)
{
  if (is_money (row))
    gr_sheet_put_money (sheet, figure);
  else
    gr_sheet_put_quantity (sheet, figure);
}

/* Whether the stock at a month's end follows from the month before by the figures on the sheet alone. It does not
 * in the running month, which is partly over. */
static gboolean
follows_from_the_month_before (const GrSopWorkbookCell *cells, guint month)
{
  GrQty stock;

  return month > 0 && cells[month - 1].projected != GR_WORKBOOK_NONE && cells[month].purchases != GR_WORKBOOK_NONE &&
         cells[month].forecast != GR_WORKBOOK_NONE && cells[month].lost != GR_WORKBOOK_NONE &&
         cells[month].projected != GR_WORKBOOK_NONE &&
         !__builtin_add_overflow (cells[month - 1].projected, cells[month].purchases, &stock) &&
         !__builtin_sub_overflow (stock, cells[month].forecast, &stock) &&
         !__builtin_add_overflow (stock, cells[month].lost, &stock) && stock == cells[month].projected;
}

/* The cell of another measure of the same family. */
static const char *
name_of (const SummaryRow *row, GrSopMeasure measure, guint column, char *name)
{
  return gr_sheet_cell_name (name, gr_sop_summary_row (row->data, measure, row->family), column);
}

static void
put_projection (GrSheet *sheet, const SummaryRow *row, guint month)
{
  char before[GR_CELL_NAME_SIZE], purchases[GR_CELL_NAME_SIZE], forecast[GR_CELL_NAME_SIZE];
  char lost[GR_CELL_NAME_SIZE];
  guint column = sheet->column;

  if (!follows_from_the_month_before (row->cells, month)) {
    gr_sheet_put_quantity (sheet, row->cells[month].projected);
    return;
  }
  gr_sheet_put_formula (sheet, gr_qty_to_double (row->cells[month].projected), "=%s+%s-%s+%s",
      name_of (row, GR_SOP_PROJECTED, column - 1, before), name_of (row, GR_SOP_PURCHASES, column, purchases),
      name_of (row, GR_SOP_FORECAST, column, forecast), name_of (row, GR_SOP_LOST, column, lost));
}

static gboolean
adds_up (const SummaryRow *row, guint month)
{
  gint64 total = figure_of (&row->cells[month], row->measure), sum = 0;

  for (gsize family = 0; family < row->data->n_families; family++) {
    gint64 part = figure_of (&row->data->families[family].cells[month], row->measure);

    if (part != GR_WORKBOOK_NONE && __builtin_add_overflow (sum, part, &sum))
      return FALSE;
  }
  return row->data->n_families > 0 && total != GR_WORKBOOK_NONE && sum == total;
}

static void
put_total (GrSheet *sheet, const SummaryRow *row, guint month)
{
  gint64 total = figure_of (&row->cells[month], row->measure);
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE];
  guint first_row = gr_sop_summary_row (row->data, row->measure, 0);

  if (!adds_up (row, month)) {
    put_figure (sheet, row, total);
    return;
  }
  gr_sheet_put_formula (sheet,
      is_money (row) ? gr_money_to_double (total, row->data->info.currency_digits) : gr_qty_to_double (total),
      "=SUM(%s:%s)", gr_sheet_cell_name (first, first_row, sheet->column),
      gr_sheet_cell_name (last, first_row + row->family - 1, sheet->column));
}

static void
put_month (GrSheet *sheet, gconstpointer data)
{
  const SummaryRow *row = data;
  guint month = sheet->column - GR_SOP_LABELS;

  sheet->format = measures[row->measure].format;
  if (row->measure == GR_SOP_DAYS_OF_SUPPLY)
    gr_sheet_put_number (sheet, row->cells[month].days_of_supply);
  else if (row->family == row->data->n_families)
    put_total (sheet, row, month);
  else if (row->measure == GR_SOP_PROJECTED)
    put_projection (sheet, row, month);
  else
    put_figure (sheet, row, figure_of (&row->cells[month], row->measure));
}

/* Measures, families and units are repeated on each page beside its months. */
static GrSheet *
add_table (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  const GrSheetColumn columns[GR_SOP_LABELS + 1] = {
      {_ ("Measure"), 20, GR_FORMAT_TEXT, FIELD (title)},
      {_ ("Family"), 22, GR_FORMAT_TEXT, FIELD (name)},
      {_ ("Unit"), 8, GR_FORMAT_TEXT, FIELD (unit)},
      {NULL, 13, GR_FORMAT_UNITS, 0, put_month},
  };
  int n_months = data->n_past + data->n_ahead;
  GrSheet *sheet = gr_sheet_new_by_month (
      workbook, _ ("Summary"), columns, &(GrSheetMonths){GR_SOP_LABELS, data->first_month, n_months});

  worksheet_fit_to_pages (sheet->worksheet, (uint16_t) (1 + (n_months - 1) / MONTHS_PER_PAGE), 0);
  return sheet;
}

/**
 * gr_sop_summary_row:
 * @family: the number of families for the total
 *
 * Returns: the row, from 0, on which @measure of @family stands; of %GR_SOP_N_MEASURES the first one below the table.
 */
guint
gr_sop_summary_row (const GrSopWorkbookData *data, GrSopMeasure measure, guint family)
{
  return 1 + measure * ((guint) data->n_families + 1) + family;
}

static void
write_row (GrSheet *sheet, const GrSopWorkbookData *data, GrSopMeasure measure, guint family)
{
  SummaryRow row = {
      .title = _ (measures[measure].title), .data = data, .measure = measure, .family = family, .cells = data->total};

  row.unit = measure == GR_SOP_DAYS_OF_SUPPLY ? _ ("days") : is_money (&row) ? data->info.currency : _ ("units");
  if (family == data->n_families) {
    row.name = _ ("Total");
    gr_sheet_put_total_row (sheet, &row);
    return;
  }
  row.name = data->families[family].family != NULL ? data->families[family].family : _ ("No family");
  row.cells = data->families[family].cells;
  gr_sheet_put_row (sheet, &row);
}

/**
 * gr_sop_summary_write:
 *
 * Adds the sheet of families by months: a block for each measure with its total. O(measures x families x months).
 *
 * Returns: (transfer none): the sheet.
 */
GrSheet *
gr_sop_summary_write (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  GrSheet *sheet = add_table (workbook, data);

  for (GrSopMeasure measure = 0; measure < GR_SOP_N_MEASURES; measure++)
    for (guint family = 0; family <= data->n_families; family++)
      write_row (sheet, data, measure, family);
  gr_sheet_finish (sheet);
  return sheet;
}
