#include "order-workbook.h"

#include "about-sheet.h"
#include "sheet.h"

#include <glib/gi18n-lib.h>

#define FIELD(member) G_STRUCT_OFFSET (GrPurchaseOrder, member)

/* A row of either sheet begins with its order. */
static void
put_state (GrSheet *sheet, gconstpointer row)
{
  gr_sheet_put_text (sheet, gr_order_state_title (((const GrPurchaseOrder *) row)->state));
}

static void
put_n_lines (GrSheet *sheet, gconstpointer row)
{
  gr_sheet_put_number (sheet, ((const GrPurchaseOrder *) row)->n_lines);
}

static void
write_orders (GrWorkbook *workbook, const GrOrderWorkbookData *data)
{
  const GrSheetColumn columns[] = {
      {_ ("Order"), 12, GR_FORMAT_TEXT, FIELD (number)},
      {_ ("Supplier"), 26, GR_FORMAT_TEXT, FIELD (supplier_name)},
      {_ ("Status"), 18, GR_FORMAT_TEXT, 0, put_state},
      {_ ("Created on"), 11, GR_FORMAT_DATE, FIELD (created_on)},
      {_ ("Sent on"), 11, GR_FORMAT_DATE, FIELD (sent_on)},
      {_ ("Expected on"), 11, GR_FORMAT_DATE, FIELD (expected_on)},
      {_ ("Closed on"), 11, GR_FORMAT_DATE, FIELD (closed_on)},
      {_ ("Lines"), 7, GR_FORMAT_QUANTITY, 0, put_n_lines},
      {_ ("Value"), 14, GR_FORMAT_MONEY, FIELD (value), .is_summed = TRUE},
      {_ ("Outstanding"), 14, GR_FORMAT_MONEY, FIELD (open_value)},
      {_ ("Note"), 50, GR_FORMAT_WRAPPED, FIELD (note)},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Orders"), columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < data->n_orders; i++)
    gr_sheet_put_row (sheet, data->orders[i]);
  gr_sheet_finish (sheet);
}

/* Whose strings are borrowed. */
typedef struct {
  GrPurchaseOrder order;
  GrPurchaseOrderLine line;
  GrMoney value;
} LineRow;

#define OF_LINE(member) G_STRUCT_OFFSET (LineRow, member)

static void
put_remaining (GrSheet *sheet, gconstpointer row)
{
  char ordered[GR_CELL_NAME_SIZE], received[GR_CELL_NAME_SIZE], cancelled[GR_CELL_NAME_SIZE];
  GrQty remaining = gr_purchase_order_line_remaining (&((const LineRow *) row)->line);

  gr_sheet_put_formula (sheet, gr_qty_to_double (remaining), "=MAX(0,%s-%s-%s)",
      gr_sheet_name_of (sheet, ordered, OF_LINE (line.ordered_qty)),
      gr_sheet_name_of (sheet, received, OF_LINE (line.received_qty)),
      gr_sheet_name_of (sheet, cancelled, OF_LINE (line.cancelled_qty)));
}

static gboolean
write_lines (GrWorkbook *workbook, const GrOrderWorkbookData *data, const GrProgress *progress, GError **error)
{
  const GrSheetColumn columns[] = {
      {_ ("Order"), 12, GR_FORMAT_TEXT, OF_LINE (order.number)},
      {_ ("Supplier"), 26, GR_FORMAT_TEXT, OF_LINE (order.supplier_name)},
      {_ ("Status"), 18, GR_FORMAT_TEXT, 0, put_state},
      {_ ("Item"), 12, GR_FORMAT_TEXT, OF_LINE (line.item_code)},
      {_ ("Description"), 36, GR_FORMAT_TEXT, OF_LINE (line.item_description)},
      {_ ("Unit"), 7, GR_FORMAT_TEXT, OF_LINE (line.unit)},
      {_ ("Ordered"), 10, GR_FORMAT_QUANTITY, OF_LINE (line.ordered_qty)},
      {_ ("Received"), 10, GR_FORMAT_QUANTITY, OF_LINE (line.received_qty)},
      {_ ("Cancelled"), 10, GR_FORMAT_QUANTITY, OF_LINE (line.cancelled_qty)},
      {_ ("Outstanding"), 10, GR_FORMAT_QUANTITY, 0, put_remaining},
      {C_ ("order", "Order price"), 11, GR_FORMAT_PRICE, OF_LINE (line.unit_price)},
      {_ ("Value ordered"), 14, GR_FORMAT_MONEY, OF_LINE (value), gr_sheet_put_value, OF_LINE (line.ordered_qty),
          OF_LINE (line.unit_price), .is_summed = TRUE},
      {_ ("Expected on"), 11, GR_FORMAT_DATE, OF_LINE (line.expected_on)},
  };
  GrSheet *sheet = gr_sheet_new (workbook, _ ("Lines"), columns, G_N_ELEMENTS (columns));
  g_autofree LineRow *rows = g_new (LineRow, data->n_lines + 1);

  for (gsize i = 0; i < data->n_lines; i++) {
    const GrPurchaseOrderLine *line = data->lines[i].line;

    rows[i] = (LineRow){*data->lines[i].order, *line,
        gr_money_for_saturated (line->ordered_qty, line->unit_price, data->info.currency_digits)};
  }
  gr_sheet_set_frozen_columns (sheet, 1);
  return gr_sheet_write_rows (sheet, &(GrSheetRows){rows, data->n_lines, sizeof *rows}, progress, error);
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
  GrSheet *sheet;

  if (workbook == NULL)
    return FALSE;
  sheet = gr_about_sheet_new (workbook, _ ("Purchase orders"));
  gr_about_sheet_add_text (sheet, NULL, NULL);
  gr_about_sheet_add_link (sheet, _ ("Orders"), 0, _ ("One row for each order"));
  gr_about_sheet_add_link (sheet, _ ("Lines"), 0, _ ("One row for each item of an order"));
  write_orders (workbook, data);
  return write_lines (workbook, data, progress, error) && gr_workbook_close (workbook, error);
}
