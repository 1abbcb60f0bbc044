#include "order-workbook.h"

#include "about-sheet.h"

#include <glib/gi18n-lib.h>

#define ORDER_VALUE_COLUMN   8
#define LINE_ORDERED_COLUMN  6
#define LINE_RECEIVED_COLUMN 7
#define LINE_PRICE_COLUMN    10
#define LINE_VALUE_COLUMN    11

static void
write_orders (GrWorkbook *workbook, const GrOrderWorkbookData *data)
{
  const GrSheetColumn columns[] = {
      {_ ("Order"), 12, GR_FORMAT_TEXT},
      {_ ("Supplier"), 26, GR_FORMAT_TEXT},
      {_ ("State"), 18, GR_FORMAT_TEXT},
      {_ ("Created on"), 11, GR_FORMAT_DATE},
      {_ ("Sent on"), 11, GR_FORMAT_DATE},
      {_ ("Expected on"), 11, GR_FORMAT_DATE},
      {_ ("Closed on"), 11, GR_FORMAT_DATE},
      {_ ("Lines"), 7, GR_FORMAT_QUANTITY},
      {_ ("Value"), 14, GR_FORMAT_MONEY},
      {_ ("Still to come"), 14, GR_FORMAT_MONEY},
      {_ ("Note"), 50, GR_FORMAT_WRAPPED},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Orders"), columns, G_N_ELEMENTS (columns));
  GrMoney total = 0;

  for (gsize i = 0; i < data->n_orders; i++) {
    const GrPurchaseOrder *order = data->orders[i];

    gr_sheet_put_text (sheet, order->number);
    gr_sheet_put_text (sheet, order->supplier_name);
    gr_sheet_put_text (sheet, gr_order_state_title (order->state));
    gr_sheet_put_date (sheet, order->created_on);
    gr_sheet_put_date (sheet, order->sent_on);
    gr_sheet_put_date (sheet, order->expected_on);
    gr_sheet_put_date (sheet, order->closed_on);
    gr_sheet_put_number (sheet, order->n_lines);
    gr_sheet_put_money (sheet, order->value);
    gr_sheet_put_money (sheet, order->open_value);
    gr_sheet_put_text (sheet, order->note);
    gr_sheet_end_row (sheet);
    gr_sheet_add_up (&total, order->value);
  }
  gr_sheet_finish_with_total (sheet, ORDER_VALUE_COLUMN, total);
}

static GrSheet *
add_lines_table (GrWorkbook *workbook)
{
  const GrSheetColumn columns[] = {
      {_ ("Order"), 12, GR_FORMAT_TEXT},
      {_ ("Supplier"), 26, GR_FORMAT_TEXT},
      {_ ("State"), 18, GR_FORMAT_TEXT},
      {_ ("Item"), 12, GR_FORMAT_TEXT},
      {_ ("Description"), 36, GR_FORMAT_TEXT},
      {_ ("Unit"), 7, GR_FORMAT_TEXT},
      {_ ("Ordered"), 10, GR_FORMAT_QUANTITY},
      {_ ("Received"), 10, GR_FORMAT_QUANTITY},
      {_ ("Cancelled"), 10, GR_FORMAT_QUANTITY},
      {_ ("Still to come"), 10, GR_FORMAT_QUANTITY},
      {C_ ("order", "Unit price"), 11, GR_FORMAT_PRICE},
      {_ ("Value ordered"), 14, GR_FORMAT_MONEY},
      {_ ("Expected on"), 11, GR_FORMAT_DATE},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Lines"), columns, G_N_ELEMENTS (columns));

  gr_sheet_set_frozen_columns (sheet, 1);
  return sheet;
}

static void
put_remaining (GrSheet *sheet, const GrPurchaseOrderLine *line)
{
  char ordered[GR_CELL_NAME_SIZE], received[GR_CELL_NAME_SIZE], cancelled[GR_CELL_NAME_SIZE];

  gr_sheet_put_formula (sheet, gr_qty_to_double (gr_purchase_order_line_remaining (line)), "=MAX(0,%s-%s-%s)",
      gr_sheet_cell_name (ordered, sheet->row, LINE_ORDERED_COLUMN),
      gr_sheet_cell_name (received, sheet->row, LINE_RECEIVED_COLUMN),
      gr_sheet_cell_name (cancelled, sheet->row, LINE_RECEIVED_COLUMN + 1));
}

static GrMoney
write_line (GrSheet *sheet, const GrOrderWorkbookLine *row)
{
  const GrPurchaseOrderLine *line = row->line;
  GrMoney value = gr_money_for_saturated (line->ordered_qty, line->unit_price, sheet->workbook->info.currency_digits);

  gr_sheet_put_text (sheet, row->order->number);
  gr_sheet_put_text (sheet, row->order->supplier_name);
  gr_sheet_put_text (sheet, gr_order_state_title (row->order->state));
  gr_sheet_put_text (sheet, line->item_code);
  gr_sheet_put_text (sheet, line->item_description);
  gr_sheet_put_text (sheet, line->unit);
  gr_sheet_put_quantity (sheet, line->ordered_qty);
  gr_sheet_put_quantity (sheet, line->received_qty);
  gr_sheet_put_quantity (sheet, line->cancelled_qty);
  put_remaining (sheet, line);
  gr_sheet_put_price (sheet, line->unit_price);
  gr_sheet_put_value (
      sheet, &(GrSheetValue){LINE_ORDERED_COLUMN, LINE_PRICE_COLUMN, line->ordered_qty, line->unit_price, value});
  gr_sheet_put_date (sheet, line->expected_on);
  gr_sheet_end_row (sheet);
  return value;
}

/**
 * gr_order_workbook_write:
 * @progress: (nullable): asked now and then whether to stop
 *
 * Writes purchase orders: About, Orders and their Lines, with values as live formulas. Fails with %GR_ERROR_IO or
 * %G_IO_ERROR_CANCELLED; what was there before is then untouched.
 */
gboolean
gr_order_workbook_write (const char *path, const GrOrderWorkbookData *data, const GrProgress *progress, GError **error)
{
  g_autoptr (GrWorkbook) workbook = gr_workbook_new (path, _ ("Purchase orders"), &data->info, error);
  GrMoney total = 0;
  GrSheet *sheet;

  if (workbook == NULL)
    return FALSE;
  sheet = gr_about_sheet_new (workbook, _ ("Purchase orders"));
  gr_about_sheet_add_text (sheet, NULL, NULL);
  gr_about_sheet_add_link (sheet, _ ("Orders"), 0, _ ("One row for each order"));
  gr_about_sheet_add_link (sheet, _ ("Lines"), 0, _ ("One row for each item of an order"));
  write_orders (workbook, data);
  sheet = add_lines_table (workbook);
  for (gsize i = 0; i < data->n_lines; i++) {
    gr_sheet_add_up (&total, write_line (sheet, &data->lines[i]));
    if (i % 1024 == 0 &&
        !gr_progress_report (progress, _ ("Writing the workbook"), (double) i / (double) data->n_lines, error))
      return FALSE;
  }
  gr_sheet_finish_with_total (sheet, LINE_VALUE_COLUMN, total);
  return gr_workbook_close (workbook, error);
}
