#include "stock-workbook.h"

#include "about-sheet.h"

#include <glib/gi18n-lib.h>

#define ON_HAND_COLUMN   4
#define UNIT_COST_COLUMN 9
#define VALUE_COLUMN     10

static GrSheet *
add_table (GrWorkbook *workbook)
{
  const GrSheetColumn columns[] = {
      {_ ("Item"), 12, GR_FORMAT_TEXT},
      {_ ("Description"), 36, GR_FORMAT_TEXT},
      {_ ("Family"), 18, GR_FORMAT_TEXT},
      {_ ("Unit"), 7, GR_FORMAT_TEXT},
      {_ ("On hand"), 10, GR_FORMAT_QUANTITY},
      {_ ("On order"), 10, GR_FORMAT_QUANTITY},
      {_ ("Available"), 10, GR_FORMAT_QUANTITY},
      {_ ("Projected"), 10, GR_FORMAT_QUANTITY},
      {_ ("Days of supply"), 10, GR_FORMAT_DAYS},
      {_ ("Unit cost"), 11, GR_FORMAT_PRICE},
      {_ ("Stock value"), 14, GR_FORMAT_MONEY},
      {_ ("Health"), 20, GR_FORMAT_TEXT},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Stock"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 2);
  return sheet;
}

static void
write_item (GrSheet *sheet, const GrStockWorkbookItem *item)
{
  gr_sheet_put_text (sheet, item->code);
  gr_sheet_put_text (sheet, item->description);
  gr_sheet_put_text (sheet, item->family);
  gr_sheet_put_text (sheet, item->unit);
  gr_sheet_put_quantity (sheet, item->on_hand);
  gr_sheet_put_quantity (sheet, item->on_order);
  gr_sheet_put_quantity (sheet, item->available);
  gr_sheet_put_quantity (sheet, item->projected);
  gr_sheet_put_number (sheet, item->days_of_supply);
  gr_sheet_put_price (sheet, item->unit_cost);
  gr_sheet_put_value (sheet,
      &(GrSheetValue){ON_HAND_COLUMN, UNIT_COST_COLUMN, item->on_hand, item->unit_cost, item->stock_value, TRUE});
  gr_sheet_put_text (sheet, item->health);
  gr_sheet_end_row (sheet);
}

static gboolean
write_stock (GrWorkbook *workbook, const GrStockWorkbookData *data, const GrProgress *progress, GError **error)
{
  GrSheet *sheet = add_table (workbook);
  GrMoney total = 0;

  for (gsize i = 0; i < data->n_items; i++) {
    write_item (sheet, &data->items[i]);
    gr_sheet_add_up (&total, data->items[i].stock_value);
    if (i % 1024 == 0 &&
        !gr_progress_report (progress, _ ("Writing the workbook"), (double) i / (double) data->n_items, error))
      return FALSE;
  }
  gr_sheet_finish_with_total (sheet, VALUE_COLUMN, total);
  return TRUE;
}

/**
 * gr_stock_workbook_write:
 * @progress: (nullable): asked now and then whether to stop
 *
 * Writes the stock list: About and Stock, with its value as live formulas. Fails with %GR_ERROR_IO or
 * %G_IO_ERROR_CANCELLED; what was there before is then untouched.
 */
gboolean
gr_stock_workbook_write (const char *path, const GrStockWorkbookData *data, const GrProgress *progress, GError **error)
{
  g_autoptr (GrWorkbook) workbook = gr_workbook_new (path, _ ("Stock list"), &data->info, error);
  GrSheet *about;

  if (workbook == NULL)
    return FALSE;
  about = gr_about_sheet_new (workbook, _ ("Stock list"));
  gr_about_sheet_add_text (about, NULL, NULL);
  gr_about_sheet_add_link (
      about, _ ("Stock"), 0, _ ("Every item: on hand, on order, available, projected, and its value"));
  return write_stock (workbook, data, progress, error) && gr_workbook_close (workbook, error);
}
