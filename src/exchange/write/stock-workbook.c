#include "stock-workbook.h"

#include "about-sheet.h"
#include "sheet.h"

#include <glib/gi18n-lib.h>

#define FIELD(member) G_STRUCT_OFFSET (GrStockRow, member)

static void
put_health (GrSheet *sheet, gconstpointer data)
{
  const GrStockRow *row = data;

  gr_sheet_put_text (sheet, gr_stock_state_title (row->health, row->on_hand));
}

static gboolean
write_stock (GrWorkbook *workbook, const GrStockWorkbookData *data, const GrProgress *progress, GError **error)
{
  const GrSheetColumn columns[] = {
      {_ ("Item"), 12, GR_FORMAT_TEXT, FIELD (code)},
      {_ ("Description"), 36, GR_FORMAT_TEXT, FIELD (description)},
      {_ ("Family"), 18, GR_FORMAT_TEXT, FIELD (family)},
      {_ ("Unit"), 7, GR_FORMAT_TEXT, FIELD (unit)},
      {_ ("On hand"), 10, GR_FORMAT_QUANTITY, FIELD (on_hand)},
      {_ ("On order"), 10, GR_FORMAT_QUANTITY, FIELD (on_order)},
      {_ ("Available"), 10, GR_FORMAT_QUANTITY, FIELD (available)},
      {_ ("On hand + on order"), 10, GR_FORMAT_QUANTITY, FIELD (projected)},
      {_ ("Days of supply"), 10, GR_FORMAT_DAYS, FIELD (days_of_supply)},
      {_ ("Purchase price"), 11, GR_FORMAT_PRICE, FIELD (unit_cost)},
      {_ ("Stock value"), 14, GR_FORMAT_MONEY, FIELD (value), gr_sheet_put_value, FIELD (on_hand), FIELD (unit_cost),
          .is_stock = TRUE, .is_summed = TRUE},
      {_ ("Stock status"), 20, GR_FORMAT_TEXT, 0, put_health},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Stock"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 2);
  return gr_sheet_write_rows (sheet, &(GrSheetRows){data->rows, data->n_rows}, progress, error);
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
      about, _ ("Stock"), 0, _ ("Every item: on hand, on order, available, on hand + on order, and its value"));
  return write_stock (workbook, data, progress, error) && gr_workbook_close (workbook, error);
}
