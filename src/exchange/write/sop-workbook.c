#include "sop-workbook.h"

#include "about-sheet.h"
#include "accuracy-sheet.h"
#include "purchase-sheets.h"
#include "sop-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
write_about (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  GrSheet *sheet = gr_about_sheet_new (workbook, _ ("Sales & operations review"));
  int n_months = data->n_past + data->n_ahead;

  gr_about_sheet_add_date (sheet, _ ("First month"), data->first_month);
  gr_about_sheet_add_date (sheet, _ ("Last month"), gr_grain_add (GR_GRAIN_MONTH, data->first_month, n_months - 1));
  gr_about_sheet_add_instant (sheet, _ ("Plan run (UTC)"), data->planned_at);
  gr_about_sheet_add_text (sheet, _ ("Plan version"), data->plan_version);
  gr_about_sheet_add_text (sheet, _ ("Values"),
      _ ("Sales and forecast at selling price, purchases and stock at unit cost. Days of supply are left empty where "
         "stock outlasts the plan or nothing is expected to sell."));
  gr_about_sheet_add_text (sheet, NULL, NULL);
  gr_about_sheet_add_link (sheet, _ ("Summary"), 0, _ ("Families by month: sales, forecast, purchases and stock"));
  gr_about_sheet_add_link (sheet, _ ("Charts"), 0, _ ("Forecast against stock, in all and for each family"));
  gr_about_sheet_add_link (sheet, _ ("Items"), 0, _ ("Every item: stock, safety stock, forecast, what to order"));
  gr_about_sheet_add_link (sheet, _ ("Purchase plan"), 0, _ ("What to order from whom, when and why"));
  gr_about_sheet_add_link (sheet, _ ("Purchases by month"), 0,
      _ ("On order and to be ordered by month of arrival, checked with the summary"));
  gr_about_sheet_add_link (sheet, _ ("Accuracy"), 0, _ ("How far off past forecasts were, by family and item"));
  gr_about_sheet_add_link (sheet, _ ("Assumptions"), 0, _ ("What the plan rests on"));
}

#define MONTH_SIZE 64

static GrSheet *
add_items_table (GrWorkbook *workbook, char (*months)[MONTH_SIZE])
{
  const GrSheetColumn columns[] = {
      {_ ("Item"), 12, GR_FORMAT_TEXT},
      {_ ("Description"), 36, GR_FORMAT_TEXT},
      {_ ("Family"), 18, GR_FORMAT_TEXT},
      {_ ("Unit"), 7, GR_FORMAT_TEXT},
      {_ ("On hand"), 10, GR_FORMAT_QUANTITY},
      {_ ("On order"), 10, GR_FORMAT_QUANTITY},
      {_ ("Safety stock"), 10, GR_FORMAT_QUANTITY},
      {_ ("Reorder point"), 10, GR_FORMAT_QUANTITY},
      {_ ("Days of supply"), 10, GR_FORMAT_DAYS},
      {months[0], 11, GR_FORMAT_EXPECTED},
      {months[1], 11, GR_FORMAT_EXPECTED},
      {months[2], 11, GR_FORMAT_EXPECTED},
      {_ ("Unit cost"), 11, GR_FORMAT_PRICE},
      {_ ("Stock value"), 14, GR_FORMAT_MONEY},
      {_ ("Health"), 20, GR_FORMAT_TEXT},
      {_ ("Suggested order"), 11, GR_FORMAT_QUANTITY},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Items"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 2);
  return sheet;
}

#define ITEM_ON_HAND_COLUMN   4
#define ITEM_UNIT_COST_COLUMN 12
#define ITEM_VALUE_COLUMN     13

static void
write_item (GrSheet *sheet, const GrSopWorkbookItem *item)
{
  gr_sheet_put_text (sheet, item->code);
  gr_sheet_put_text (sheet, item->description);
  gr_sheet_put_text (sheet, item->family);
  gr_sheet_put_text (sheet, item->unit);
  gr_sheet_put_quantity (sheet, item->on_hand);
  gr_sheet_put_quantity (sheet, item->on_order);
  gr_sheet_put_quantity (sheet, item->safety_stock);
  gr_sheet_put_quantity (sheet, item->reorder_point);
  gr_sheet_put_number (sheet, item->days_of_supply);
  for (int i = 0; i < 3; i++)
    gr_sheet_put_quantity (sheet, item->forecast[i]);
  gr_sheet_put_price (sheet, item->unit_cost);
  gr_sheet_put_value (sheet, &(GrSheetValue){ITEM_ON_HAND_COLUMN, ITEM_UNIT_COST_COLUMN, item->on_hand, item->unit_cost,
                                 item->stock_value, TRUE});
  gr_sheet_put_text (sheet, item->health);
  gr_sheet_put_quantity (sheet, item->suggested_qty > 0 ? item->suggested_qty : GR_WORKBOOK_NONE);
  gr_sheet_end_row (sheet);
}

static gboolean
write_items (GrWorkbook *workbook, const GrSopWorkbookData *data, const GrProgress *progress, GError **error)
{
  char months[3][MONTH_SIZE];
  GrMoney total = 0;
  GrSheet *sheet;

  for (int i = 0; i < 3; i++) {
    g_autofree char *date = gr_date_format (gr_grain_add (GR_GRAIN_MONTH, data->first_month, data->n_past + i));

    /* Translators: the forecast of a month, such as "Forecast 2011-07" */
    g_snprintf (months[i], MONTH_SIZE, _ ("Forecast %.7s"), date);
  }
  sheet = add_items_table (workbook, months);
  for (gsize i = 0; i < data->n_items; i++) {
    write_item (sheet, &data->items[i]);
    gr_sheet_add_up (&total, data->items[i].stock_value);
    if (i % 1024 == 0 &&
        !gr_progress_report (progress, _ ("Writing the workbook"), (double) i / (double) data->n_items, error))
      return FALSE;
  }
  gr_sheet_finish_with_total (sheet, ITEM_VALUE_COLUMN, total);
  return TRUE;
}

static void
write_assumption (GrSheet *sheet, const GrSopWorkbookAssumption *row)
{
  gr_sheet_put_text (sheet, row->name);
  if (isnan (row->number))
    gr_sheet_put_text (sheet, row->value);
  else
    gr_sheet_put_number (sheet, row->number);
  for (int i = 0; i < 5; i++)
    gr_sheet_put_nothing (sheet);
  gr_sheet_put_text (sheet, row->note);
  gr_sheet_end_row (sheet);
}

/* A dated assumption: what was expected of it, and beside it what it did. */
static void
write_event (GrSheet *sheet, const GrSopWorkbookEvent *event)
{
  gr_sheet_put_text (sheet, event->name);
  gr_sheet_put_text (sheet, event->scope);
  gr_sheet_put_date (sheet, event->first);
  gr_sheet_put_date (sheet, event->last);
  gr_sheet_put_number (sheet, event->assumed);
  gr_sheet_put_number (sheet, event->measured);
  gr_sheet_put_number (sheet, event->n_weeks > 0 ? (double) event->n_weeks : (double) NAN);
  gr_sheet_put_text (sheet, _ ("Event; the lift is of the weeks that it fills"));
  gr_sheet_end_row (sheet);
}

static void
write_assumptions (GrWorkbook *workbook, const GrSopWorkbookData *data)
{
  const GrSheetColumn columns[] = {
      {_ ("Assumption"), 36, GR_FORMAT_TEXT},
      {_ ("Value"), 24, GR_FORMAT_TEXT},
      {C_ ("date", "From"), 12, GR_FORMAT_DATE},
      {C_ ("date", "To"), 12, GR_FORMAT_DATE},
      {_ ("Assumed lift"), 14, GR_FORMAT_PERCENT},
      {_ ("Measured lift"), 14, GR_FORMAT_PERCENT},
      {_ ("Weeks measured"), 16, GR_FORMAT_UNITS},
      {_ ("Note"), 80, GR_FORMAT_WRAPPED},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Assumptions"), columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < data->n_assumptions; i++)
    write_assumption (sheet, &data->assumptions[i]);
  for (gsize i = 0; i < data->n_events; i++)
    write_event (sheet, &data->events[i]);
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
  g_autoptr (GrWorkbook) workbook = gr_workbook_new (path, _ ("Sales & operations review"), &data->info, error);
  GrSheet *summary;

  if (workbook == NULL)
    return FALSE;
  write_about (workbook, data);
  summary = gr_sop_summary_write (workbook, data);
  gr_sop_chart_add (&(GrSopChart){summary, data, (guint) data->n_families}, summary,
      gr_sop_summary_row (data, GR_SOP_N_MEASURES, 0) + 1);
  gr_sop_chart_sheet_write (summary, data);
  if (!write_items (workbook, data, progress, error))
    return FALSE;
  gr_purchase_sheets_write (summary, data);
  gr_accuracy_sheet_write (workbook, data);
  write_assumptions (workbook, data);
  return gr_workbook_close (workbook, error);
}
