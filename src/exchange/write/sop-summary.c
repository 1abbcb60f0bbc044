#include "sop-summary.h"

#include "sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTHS_PER_PAGE 14

typedef struct {
  const char *title;
  GrWorkbookFormat format;
  gsize offset;                                            /* of the figure in GrSopCell */
  gboolean (*is_known) (const GrSopGrid *grid, int month); /* (nullable): of every month */
} MeasureKind;

/* One block of rows each: the families, then their total. Sums run down a block, and a block filters as one. */
static const MeasureKind measures[GR_SOP_N_MEASURES] = {
    [GR_SOP_SALES] = {N_ ("Sales"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopCell, sales), gr_sop_grid_has_sales},
    [GR_SOP_FORECAST] = {N_ ("Forecast"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopCell, forecast),
        gr_sop_grid_has_forecast},
    [GR_SOP_PURCHASES] = {N_ ("Purchases"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopCell, purchases)},
    [GR_SOP_LOST] = {N_ ("Lost sales"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopCell, lost), gr_sop_grid_has_forecast},
    [GR_SOP_PROJECTED] = {N_ ("Projected stock"), GR_FORMAT_UNITS, G_STRUCT_OFFSET (GrSopCell, projected),
        gr_sop_grid_has_stock},
    [GR_SOP_DAYS_OF_SUPPLY] = {N_ ("Days of supply"), GR_FORMAT_DAYS, G_STRUCT_OFFSET (GrSopCell, days_of_supply),
        gr_sop_grid_has_stock},
    [GR_SOP_SALES_VALUE] = {N_ ("Sales"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopCell, sales_value),
        gr_sop_grid_has_sales},
    [GR_SOP_FORECAST_VALUE] = {N_ ("Forecast"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopCell, forecast_value),
        gr_sop_grid_has_forecast},
    [GR_SOP_PURCHASES_VALUE] = {N_ ("Purchases, at purchase price"), GR_FORMAT_MONEY,
        G_STRUCT_OFFSET (GrSopCell, purchases_value)},
    [GR_SOP_LOST_VALUE] = {N_ ("Lost sales"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopCell, lost_value),
        gr_sop_grid_has_forecast},
    [GR_SOP_PROJECTED_VALUE] = {N_ ("Stock value"), GR_FORMAT_MONEY, G_STRUCT_OFFSET (GrSopCell, projected_value),
        gr_sop_grid_has_stock},
};

/* @family: the number of families for the total */
typedef struct {
  const char *title;
  const char *name;
  const char *unit;
  const GrSopWorkbookData *data;
  GrSopMeasure measure;
  guint family;
} SummaryRow;

#define FIELD(member) G_STRUCT_OFFSET (SummaryRow, member)

static const GrSopRow *
family_of (const GrSopWorkbookData *data, guint family)
{
  return g_ptr_array_index (data->grid->rows, family);
}

static gboolean
is_known (const GrSopWorkbookData *data, GrSopMeasure measure, guint month)
{
  return measures[measure].is_known == NULL || measures[measure].is_known (data->grid, (int) month);
}

/* %GR_WORKBOOK_NONE where there is none: the forecast of a past month, the sales of a coming one. */
static gint64
figure_of (const GrSopWorkbookData *data, guint family, GrSopMeasure measure, guint month)
{
  const GrSopCell *cell = &family_of (data, family)->cells[month];

  return is_known (data, measure, month) ? G_STRUCT_MEMBER (gint64, cell, measures[measure].offset) : GR_WORKBOOK_NONE;
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
follows_from_the_month_before (const SummaryRow *row, guint month)
{
  const GrSopWorkbookData *data = row->data;
  GrQty before = month > 0 ? figure_of (data, row->family, GR_SOP_PROJECTED, month - 1) : GR_WORKBOOK_NONE;
  GrQty purchases = figure_of (data, row->family, GR_SOP_PURCHASES, month);
  GrQty forecast = figure_of (data, row->family, GR_SOP_FORECAST, month);
  GrQty lost = figure_of (data, row->family, GR_SOP_LOST, month);
  GrQty projected = figure_of (data, row->family, GR_SOP_PROJECTED, month), stock;

  return before != GR_WORKBOOK_NONE && purchases != GR_WORKBOOK_NONE && forecast != GR_WORKBOOK_NONE &&
         lost != GR_WORKBOOK_NONE && projected != GR_WORKBOOK_NONE &&
         !__builtin_add_overflow (before, purchases, &stock) && !__builtin_sub_overflow (stock, forecast, &stock) &&
         !__builtin_add_overflow (stock, lost, &stock) && stock == projected;
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
  GrQty projected = figure_of (row->data, row->family, GR_SOP_PROJECTED, month);

  if (!follows_from_the_month_before (row, month)) {
    gr_sheet_put_quantity (sheet, projected);
    return;
  }
  gr_sheet_put_formula (sheet, gr_qty_to_double (projected), "=%s+%s-%s+%s",
      name_of (row, GR_SOP_PROJECTED, column - 1, before), name_of (row, GR_SOP_PURCHASES, column, purchases),
      name_of (row, GR_SOP_FORECAST, column, forecast), name_of (row, GR_SOP_LOST, column, lost));
}

/* @row is the total's, behind those of the families. */
static gboolean
adds_up (const SummaryRow *row, guint month)
{
  gint64 total = figure_of (row->data, row->family, row->measure, month), sum = 0;

  for (guint family = 0; family < row->family; family++) {
    gint64 part = figure_of (row->data, family, row->measure, month);

    if (part != GR_WORKBOOK_NONE && __builtin_add_overflow (sum, part, &sum))
      return FALSE;
  }
  return row->family > 0 && total != GR_WORKBOOK_NONE && sum == total;
}

static void
put_total (GrSheet *sheet, const SummaryRow *row, guint month)
{
  gint64 total = figure_of (row->data, row->family, row->measure, month);
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
put_days (GrSheet *sheet, const SummaryRow *row, guint month)
{
  gboolean has_days = is_known (row->data, GR_SOP_DAYS_OF_SUPPLY, month);

  gr_sheet_put_number (
      sheet, has_days ? family_of (row->data, row->family)->cells[month].days_of_supply : (double) NAN);
}

static void
put_month (GrSheet *sheet, gconstpointer data)
{
  const SummaryRow *row = data;
  guint month = sheet->column - GR_SOP_LABELS;

  sheet->format = measures[row->measure].format;
  if (row->measure == GR_SOP_DAYS_OF_SUPPLY)
    put_days (sheet, row, month);
  else if (row->family == gr_sop_summary_n_families (row->data))
    put_total (sheet, row, month);
  else if (row->measure == GR_SOP_PROJECTED)
    put_projection (sheet, row, month);
  else
    put_figure (sheet, row, figure_of (row->data, row->family, row->measure, month));
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
  int n_months = gr_sop_grid_n_months (data->grid);
  GrSheet *sheet = gr_sheet_new_by_month (
      workbook, _ ("Summary"), columns, &(GrSheetMonths){GR_SOP_LABELS, data->grid->first_month, n_months});

  worksheet_fit_to_pages (sheet->worksheet, (uint16_t) (1 + (n_months - 1) / MONTHS_PER_PAGE), 0);
  return sheet;
}

/* The last row of the grid is the total. */
guint
gr_sop_summary_n_families (const GrSopWorkbookData *data)
{
  return data->grid->rows->len - 1;
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
  return 1 + measure * (gr_sop_summary_n_families (data) + 1) + family;
}

static void
write_row (GrSheet *sheet, const GrSopWorkbookData *data, GrSopMeasure measure, guint family)
{
  const char *name = family_of (data, family)->family;
  SummaryRow row = {.title = _ (measures[measure].title), .data = data, .measure = measure, .family = family};

  row.unit = measure == GR_SOP_DAYS_OF_SUPPLY ? _ ("days") : is_money (&row) ? data->info.currency : _ ("units");
  if (family == gr_sop_summary_n_families (data)) {
    row.name = _ ("Total");
    gr_sheet_put_total_row (sheet, &row);
    return;
  }
  row.name = *name != '\0' ? name : _ ("No family");
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
    for (guint family = 0; family <= gr_sop_summary_n_families (data); family++)
      write_row (sheet, data, measure, family);
  gr_sheet_finish (sheet);
  return sheet;
}
