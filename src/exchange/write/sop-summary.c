#include "sop-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

typedef struct {
  GrSheet *sheet;
  const GrSopWorkbookData *data;
  guint n_families;
  guint n_months;
} Summary;

static gint64
figure_of (const GrSopWorkbookCell *cell, GrSopMeasure measure)
{
  return G_STRUCT_MEMBER (gint64, cell, measures[measure].offset);
}

static guint
row_of (const Summary *self, GrSopMeasure measure, guint family)
{
  return gr_sop_summary_row (self->data, measure, family);
}

static double
figure_to_double (const Summary *self, GrSopMeasure measure, gint64 figure)
{
  return measures[measure].format == GR_FORMAT_MONEY ? gr_money_to_double (figure, self->data->info.currency_digits)
                                                     : gr_qty_to_double (figure);
}

static void
put_figure (const Summary *self, GrSopMeasure measure, gint64 figure)
{
  if (measures[measure].format == GR_FORMAT_MONEY)
    gr_sheet_put_money (self->sheet, figure);
  else
    gr_sheet_put_quantity (self->sheet, figure);
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

static void
put_projection (const Summary *self, guint family, const GrSopWorkbookCell *cells, guint month)
{
  char before[GR_CELL_NAME_SIZE], purchases[GR_CELL_NAME_SIZE], forecast[GR_CELL_NAME_SIZE];
  char lost[GR_CELL_NAME_SIZE];
  guint column = GR_SOP_LABELS + month;

  if (!follows_from_the_month_before (cells, month)) {
    gr_sheet_put_quantity (self->sheet, cells[month].projected);
    return;
  }
  gr_sheet_put_formula (self->sheet, gr_qty_to_double (cells[month].projected), "=%s+%s-%s+%s",
      gr_sheet_cell_name (before, row_of (self, GR_SOP_PROJECTED, family), column - 1),
      gr_sheet_cell_name (purchases, row_of (self, GR_SOP_PURCHASES, family), column),
      gr_sheet_cell_name (forecast, row_of (self, GR_SOP_FORECAST, family), column),
      gr_sheet_cell_name (lost, row_of (self, GR_SOP_LOST, family), column));
}

static void
put_labels (const Summary *self, GrSopMeasure measure, const char *family)
{
  const char *unit = measure == GR_SOP_DAYS_OF_SUPPLY              ? _ ("days")
                     : measures[measure].format == GR_FORMAT_MONEY ? self->data->info.currency
                                                                   : _ ("units");

  gr_sheet_put_text (self->sheet, _ (measures[measure].title));
  gr_sheet_put_text (self->sheet, family);
  gr_sheet_put_text (self->sheet, unit);
}

static void
set_month_formats (const Summary *self, GrSopMeasure measure)
{
  for (guint month = 0; month < self->n_months; month++)
    self->sheet->columns[GR_SOP_LABELS + month].format = measures[measure].format;
}

static void
write_family_row (const Summary *self, GrSopMeasure measure, guint family)
{
  const GrSopWorkbookFamily *row = &self->data->families[family];

  put_labels (self, measure, row->family != NULL ? row->family : _ ("No family"));
  for (guint month = 0; month < self->n_months; month++)
    if (measure == GR_SOP_PROJECTED)
      put_projection (self, family, row->cells, month);
    else if (measure == GR_SOP_DAYS_OF_SUPPLY)
      gr_sheet_put_number (self->sheet, row->cells[month].days_of_supply);
    else
      put_figure (self, measure, figure_of (&row->cells[month], measure));
  gr_sheet_end_row (self->sheet);
}

static gboolean
adds_up (const Summary *self, GrSopMeasure measure, guint month)
{
  gint64 total = figure_of (&self->data->total[month], measure), sum = 0;

  for (guint family = 0; family < self->n_families; family++) {
    gint64 part = figure_of (&self->data->families[family].cells[month], measure);

    if (part != GR_WORKBOOK_NONE && __builtin_add_overflow (sum, part, &sum))
      return FALSE;
  }
  return self->n_families > 0 && total != GR_WORKBOOK_NONE && sum == total;
}

static void
put_total (const Summary *self, GrSopMeasure measure, guint month)
{
  gint64 total = figure_of (&self->data->total[month], measure);
  char first[GR_CELL_NAME_SIZE], last[GR_CELL_NAME_SIZE];
  guint column = GR_SOP_LABELS + month;

  if (!adds_up (self, measure, month)) {
    put_figure (self, measure, total);
    return;
  }
  gr_sheet_put_formula (self->sheet, figure_to_double (self, measure, total), "=SUM(%s:%s)",
      gr_sheet_cell_name (first, row_of (self, measure, 0), column),
      gr_sheet_cell_name (last, row_of (self, measure, self->n_families - 1), column));
}

static void
write_total_row (const Summary *self, GrSopMeasure measure)
{
  gr_sheet_begin_totals (self->sheet);
  put_labels (self, measure, _ ("Total"));
  for (guint month = 0; month < self->n_months; month++)
    if (measure == GR_SOP_DAYS_OF_SUPPLY)
      gr_sheet_put_number (self->sheet, self->data->total[month].days_of_supply);
    else
      put_total (self, measure, month);
  gr_sheet_end_row (self->sheet);
}

/* Measures, families and units are repeated on each page beside its months. */
static void
set_up_pages (const Summary *self)
{
  gr_sheet_set_frozen_columns (self->sheet, GR_SOP_LABELS);
  worksheet_fit_to_pages (self->sheet->worksheet, (uint16_t) (1 + (self->n_months - 1) / MONTHS_PER_PAGE), 0);
}

static GrSheet *
add_table (GrWorkbook *workbook, const GrSopWorkbookData *data, guint n_months)
{
  g_autofree GrSheetColumn *columns = g_new0 (GrSheetColumn, GR_SOP_LABELS + n_months);

  columns[0] = (GrSheetColumn){_ ("Measure"), 20, GR_FORMAT_TEXT, 0};
  columns[1] = (GrSheetColumn){_ ("Family"), 22, GR_FORMAT_TEXT, 0};
  columns[2] = (GrSheetColumn){_ ("Unit"), 8, GR_FORMAT_TEXT, 0};
  for (guint month = 0; month < n_months; month++)
    columns[GR_SOP_LABELS + month] =
        (GrSheetColumn){NULL, 13, GR_FORMAT_UNITS, gr_grain_add (GR_GRAIN_MONTH, data->first_month, (int) month)};
  return gr_sheet_new (workbook, _ ("Summary"), columns, (int) (GR_SOP_LABELS + n_months));
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

/**
 * gr_sop_summary_write:
 *
 * Adds the sheet of families by months: a block for each measure with its total.
 *
 * Returns: (transfer none): the sheet.
 */
GrSheet *
gr_sop_summary_write (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  Summary self = {NULL, data, (guint) data->n_families, (guint) (data->n_past + data->n_ahead)};

  self.sheet = add_table (workbook, data, self.n_months);
  set_up_pages (&self);
  for (GrSopMeasure measure = 0; measure < GR_SOP_N_MEASURES; measure++) {
    set_month_formats (&self, measure);
    for (guint family = 0; family < self.n_families; family++)
      write_family_row (&self, measure, family);
    write_total_row (&self, measure);
  }
  gr_sheet_finish (self.sheet);
  return self.sheet;
}
