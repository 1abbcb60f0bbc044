#include "sop-workbook.h"

#include "about-sheet.h"
#include "accuracy-sheet.h"
#include "purchase-sheets.h"
#include "sheet.h"
#include "sop-chart.h"
#include "workbook.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
write_about (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  GrSheet *sheet = gr_about_sheet_new (workbook, _ ("Monthly review (S&OP)"));
  const GrSopGrid *grid = data->grid;

  gr_about_sheet_add_date (sheet, _ ("First month"), grid->first_month);
  gr_about_sheet_add_date (sheet, _ ("Last month"), gr_sop_grid_month (grid, gr_sop_grid_n_months (grid) - 1));
  gr_about_sheet_add_instant (sheet, _ ("Planned"), data->planned_at);
  gr_about_sheet_add_text (sheet, _ ("Plan version"), data->plan_version);
  gr_about_sheet_add_text (sheet, _ ("Values"),
      _ ("Sales and forecast at selling price, purchases and stock at purchase price. Days of supply are left empty "
         "where stock outlasts the plan or no sales are expected."));
  gr_about_sheet_add_text (sheet, NULL, NULL);
  gr_about_sheet_add_link (sheet, _ ("Summary"), 0, _ ("Families by month: sales, forecast, purchases and stock"));
  gr_about_sheet_add_link (sheet, _ ("Charts"), 0, _ ("Forecast against stock, in all and for each family"));
  gr_about_sheet_add_link (sheet, _ ("Items"), 0, _ ("Every item: stock, safety stock, forecast, what to order"));
  gr_about_sheet_add_link (sheet, _ ("Purchase plan"), 0, _ ("What to order, from which supplier, when and why"));
  gr_about_sheet_add_link (
      sheet, _ ("Purchases by month"), 0, _ ("On order and to order by month of arrival, checked against the summary"));
  gr_about_sheet_add_link (sheet, _ ("Accuracy"), 0, _ ("How accurate past forecasts were, by family and item"));
  gr_about_sheet_add_link (sheet, _ ("Assumptions"), 0, _ ("What the plan is based on"));
}

#define MONTH_SIZE 64

#define ITEM(member) G_STRUCT_OFFSET (GrSopWorkbookItem, member)

static void
put_suggested (GrSheet *sheet, gconstpointer row)
{
  GrQty qty = ((const GrSopWorkbookItem *) row)->suggested_qty;

  gr_sheet_put_quantity (sheet, qty > 0 ? qty : GR_WORKBOOK_NONE);
}

static gboolean
write_items (GrWorkbook *workbook, const GrSopWorkbookData *data, const GrProgress *progress, GError **error)
{
  char months[3][MONTH_SIZE];
  const GrSheetColumn columns[] = {
      {_ ("Item"), 12, GR_FORMAT_TEXT, ITEM (code)},
      {_ ("Description"), 36, GR_FORMAT_TEXT, ITEM (description)},
      {_ ("Family"), 18, GR_FORMAT_TEXT, ITEM (family)},
      {_ ("Unit"), 7, GR_FORMAT_TEXT, ITEM (unit)},
      {_ ("On hand"), 10, GR_FORMAT_QUANTITY, ITEM (on_hand)},
      {_ ("On order"), 10, GR_FORMAT_QUANTITY, ITEM (on_order)},
      {_ ("Safety stock"), 10, GR_FORMAT_QUANTITY, ITEM (safety_stock)},
      {_ ("Reorder point"), 10, GR_FORMAT_QUANTITY, ITEM (reorder_point)},
      {_ ("Days of supply"), 10, GR_FORMAT_DAYS, ITEM (days_of_supply)},
      {months[0], 11, GR_FORMAT_EXPECTED, ITEM (forecast[0])},
      {months[1], 11, GR_FORMAT_EXPECTED, ITEM (forecast[1])},
      {months[2], 11, GR_FORMAT_EXPECTED, ITEM (forecast[2])},
      {_ ("Purchase price"), 11, GR_FORMAT_PRICE, ITEM (unit_cost)},
      {_ ("Stock value"), 14, GR_FORMAT_MONEY, ITEM (stock_value), gr_sheet_put_value, ITEM (on_hand), ITEM (unit_cost),
          .is_stock = TRUE, .is_summed = TRUE},
      {_ ("Stock status"), 20, GR_FORMAT_TEXT, ITEM (health)},
      {_ ("Suggested order"), 11, GR_FORMAT_QUANTITY, 0, put_suggested},
  };
  GrSheet *sheet;

  for (int i = 0; i < 3; i++) {
    g_autofree char *date = gr_date_format (gr_sop_grid_month (data->grid, data->grid->n_past + i));

    /* Translators: the forecast of a month, such as "Forecast 2011-07" */
    g_snprintf (months[i], MONTH_SIZE, _ ("Forecast %.7s"), date);
  }
  sheet = gr_sheet_new (workbook, _ ("Items"), columns, G_N_ELEMENTS (columns));
  gr_sheet_set_frozen_columns (sheet, 2);
  return gr_sheet_write_rows (sheet, &(GrSheetRows){data->items, data->n_items, sizeof *data->items}, progress, error);
}

/* Something that the plan rests on; where it is dated, what was expected of it, and beside that what it did. */
typedef struct {
  const char *name;
  const char *value;
  double number; /* in its place, where it is not NaN */
  GrDate first, last;
  double assumed, measured, n_weeks;
  const char *note;
} Assumption;

#define ASSUMED(member) G_STRUCT_OFFSET (Assumption, member)

static void
put_value (GrSheet *sheet, gconstpointer data)
{
  const Assumption *row = data;

  if (isnan (row->number))
    gr_sheet_put_text (sheet, row->value);
  else
    gr_sheet_put_number (sheet, row->number);
}

static Assumption
assume_event (const GrEventRecord *record)
{
  const GrEvent *event = record->event;
  const char *of_many = event->family != NULL ? event->family : _ ("The whole shop");

  return (Assumption){
      .name = event->name,
      .value = event->item_code != NULL ? event->item_code : of_many,
      .number = NAN,
      .first = event->starts_on,
      .last = event->ends_before - 1,
      .assumed = event->lift_percent != GR_EVENT_LIFT_UNKNOWN ? event->lift_percent / 100.0 : (double) NAN,
      .measured = record->lift,
      .n_weeks = record->n_weeks > 0 ? (double) record->n_weeks : (double) NAN,
      .note = _ ("Event; the effect applies to the weeks that it fills"),
  };
}

static void
write_assumptions (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  const GrSheetColumn columns[] = {
      {_ ("Assumption"), 36, GR_FORMAT_TEXT, ASSUMED (name)},
      {_ ("Value"), 24, GR_FORMAT_TEXT, 0, put_value},
      {C_ ("date", "From"), 12, GR_FORMAT_DATE, ASSUMED (first)},
      {C_ ("date", "To"), 12, GR_FORMAT_DATE, ASSUMED (last)},
      {_ ("Effect on sales, expected"), 14, GR_FORMAT_PERCENT, ASSUMED (assumed)},
      {_ ("Effect on sales, measured"), 14, GR_FORMAT_PERCENT, ASSUMED (measured)},
      {_ ("Weeks measured"), 16, GR_FORMAT_UNITS, ASSUMED (n_weeks)},
      {_ ("Note"), 80, GR_FORMAT_WRAPPED, ASSUMED (note)},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Assumptions"), columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < data->n_assumptions; i++) {
    const GrSopWorkbookAssumption *from = &data->assumptions[i];

    gr_sheet_put_row (sheet,
        &(Assumption){from->name, from->value, from->number, GR_DATE_NONE, GR_DATE_NONE, NAN, NAN, NAN, from->note});
  }
  for (gsize i = 0; i < data->n_events; i++) {
    Assumption row = assume_event (data->events[i]);

    gr_sheet_put_row (sheet, &row);
  }
  gr_sheet_finish (sheet);
}

/**
 * gr_sop_workbook_write:
 * @progress: (nullable): asked now and then whether to stop
 *
 * Writes the workbook of the sales & operations review: About, Summary, Charts, Items, Purchase plan,
 * Purchases by month, Accuracy and Assumptions. Totals and what follows from other cells are live formulas, with their
 * results stored; where a figure of @data is not what the formula would give, the figure itself is written. The same
 * data give the same file.
 *
 * Fails with %GR_ERROR_IO or %G_IO_ERROR_CANCELLED; what was there before is then untouched.
 */
gboolean
gr_sop_workbook_write (const char *path, const GrSopWorkbookData *data, const GrProgress *progress, GError **error)
{
  g_autoptr (GrWorkbook) workbook = gr_workbook_new (path, _ ("Monthly review (S&OP)"), &data->info, error);
  GrSheet *summary;

  if (workbook == NULL)
    return FALSE;
  write_about (workbook, data);
  summary = gr_sop_summary_write (workbook, data);
  gr_sop_chart_add (&(GrSopChart){summary, data, gr_sop_summary_n_families (data)}, summary,
      gr_sop_summary_row (data, GR_SOP_N_MEASURES, 0) + 1);
  gr_sop_chart_sheet_write (summary, data);
  if (!write_items (workbook, data, progress, error))
    return FALSE;
  gr_purchase_sheets_write (summary, data);
  gr_accuracy_sheet_write (workbook, data);
  write_assumptions (workbook, data);
  return gr_workbook_close (workbook, error);
}
