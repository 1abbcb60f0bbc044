#include "sop-chart.h"

#include <glib/gi18n-lib.h>

/* Pixels; the library's own chart is 480 by 288. */
#define CHART_WIDTH     896
#define CHART_HEIGHT    320
#define COLUMN_WIDTH    64
#define CHART_ROWS      17 /* that a chart takes, of 20 pixels each */
#define CHARTS_PER_PAGE 4
#define PAGE_SCALE      54 /* per cent, so that a chart fits the page in programs with wider columns, too */

/* @n_months of them have the figure, from @first on. */
static void
add_series (const GrSopChart *self, lxw_chart *chart, GrSopMeasure measure, int first, int n_months)
{
  static const lxw_color_t colors[] = {
      [GR_SOP_SALES] = 0x5E6A75, [GR_SOP_FORECAST] = 0x1A6FB5, [GR_SOP_PROJECTED] = 0xD97706};
  lxw_chart_line line = {.color = colors[measure], .width = 2.25f};
  lxw_chart_series *series;
  guint row = gr_sop_summary_row (self->data, measure, self->family);
  lxw_col_t last_month = (lxw_col_t) (GR_SOP_LABELS + gr_sop_grid_n_months (self->data->grid) - 1);

  if (first + n_months == 0)
    return;
  if (measure == GR_SOP_FORECAST)
    line.dash_type = LXW_CHART_LINE_DASH_DASH;
  series = chart_add_series (chart, NULL, NULL);
  chart_series_set_categories (series, self->summary->name, 0, GR_SOP_LABELS, 0, last_month);
  chart_series_set_values (
      series, self->summary->name, row, GR_SOP_LABELS, row, (lxw_col_t) (GR_SOP_LABELS + first + n_months - 1));
  chart_series_set_name_range (series, self->summary->name, row, 0);
  chart_series_set_line (series, &line);
}

static void
set_axes (lxw_chart *chart)
{
  lxw_chart_line pale = {.color = 0xD9D9D9, .width = 0.75f};

  chart_axis_set_num_format (chart->x_axis, "mmm yy");
  chart_axis_set_name (chart->y_axis, _ ("Units"));
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_major_gridlines_set_line (chart->y_axis, &pale);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
}

/**
 * gr_sop_chart_add:
 *
 * Puts onto @sheet the chart of a family's sales, forecast and stock over the months, drawn from the cells of the
 * Summary. Sales end with the last whole month.
 */
void
gr_sop_chart_add (const GrSopChart *self, GrSheet *sheet, guint row)
{
  lxw_chart *chart = workbook_add_chart (sheet->workbook->book, LXW_CHART_LINE);
  lxw_chart_options options = {.x_scale = CHART_WIDTH / 480.0,
      .y_scale = CHART_HEIGHT / 288.0,
      .description = _ ("Sales, forecast and projected stock by month, in units")};
  int n_past = self->data->grid->n_past, n_ahead = self->data->grid->n_ahead;

  add_series (self, chart, GR_SOP_SALES, 0, n_past);
  add_series (self, chart, GR_SOP_FORECAST, n_past, n_ahead);
  add_series (self, chart, GR_SOP_PROJECTED, 0, n_past + n_ahead);
  chart_title_set_name_range (
      chart, self->summary->name, gr_sop_summary_row (self->data, GR_SOP_SALES, self->family), 1);
  set_axes (chart);
  gr_workbook_note (sheet->workbook, worksheet_insert_chart_opt (sheet->worksheet, row, 0, chart, &options));
}

/* Programs differ in how wide a column is that nobody set, and a chart is as wide as the columns under it. */
static void
set_up_pages (GrSheet *sheet, guint n_charts)
{
  g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, n_charts / CHARTS_PER_PAGE + 2);
  guint n = 0;

  for (guint chart = CHARTS_PER_PAGE; chart < n_charts; chart += CHARTS_PER_PAGE)
    breaks[n++] = chart * CHART_ROWS;
  gr_workbook_note (sheet->workbook,
      worksheet_set_column_pixels (sheet->worksheet, 0, CHART_WIDTH / COLUMN_WIDTH, COLUMN_WIDTH, NULL));
  worksheet_set_portrait (sheet->worksheet);
  worksheet_set_print_scale (sheet->worksheet, PAGE_SCALE);
  if (n > 0)
    gr_workbook_note (sheet->workbook, worksheet_set_h_pagebreaks (sheet->worksheet, breaks));
}

/**
 * gr_sop_chart_sheet_write:
 *
 * Adds the sheet of charts, the total's and below it one for each family.
 */
void
gr_sop_chart_sheet_write (const GrSheet *summary, const GrSopWorkbookData *data)
{
  GrSheet *sheet = gr_sheet_new (summary->workbook, _ ("Charts"), NULL, 0);
  guint n_families = gr_sop_summary_n_families (data);

  set_up_pages (sheet, n_families + 1);
  gr_sop_chart_add (&(GrSopChart){summary, data, n_families}, sheet, 0);
  for (guint family = 0; family < n_families; family++)
    gr_sop_chart_add (&(GrSopChart){summary, data, family}, sheet, (family + 1) * CHART_ROWS);
}
