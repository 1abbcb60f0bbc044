#include "sheet.h"

#include <glib/gi18n-lib.h>

#define FIELD(type, row, offset) (*(const type *) (gconstpointer) ((const char *) (row) + (offset)))

/* Writes the cell of the column whose turn it is: its field of @row, as its format says. */
static void
put_field (GrSheet *self, gconstpointer row)
{
  gsize field = self->columns[self->column].field;

  switch (self->format) {
  case GR_FORMAT_TEXT:
  case GR_FORMAT_WRAPPED:
    gr_sheet_put_text (self, FIELD (char *, row, field));
    break;
  case GR_FORMAT_QUANTITY:
  case GR_FORMAT_EXPECTED:
    gr_sheet_put_quantity (self, FIELD (GrQty, row, field));
    break;
  case GR_FORMAT_MONEY:
    gr_sheet_put_money (self, FIELD (GrMoney, row, field));
    break;
  case GR_FORMAT_PRICE:
    gr_sheet_put_price (self, FIELD (GrPrice, row, field));
    break;
  case GR_FORMAT_DATE:
    gr_sheet_put_date (self, FIELD (GrDate, row, field));
    break;
  default:
    gr_sheet_put_number (self, FIELD (double, row, field));
  }
}

/**
 * gr_sheet_put_value:
 *
 * The same of money that should be a quantity times a price, rounded to the currency: a live formula, or a mere number
 * where the row says otherwise.
 */
void
gr_sheet_put_value (GrSheet *self, gconstpointer row)
{
  const GrSheetColumn *column = &self->columns[self->column];
  GrQty qty = FIELD (GrQty, row, column->qty);
  GrPrice price = FIELD (GrPrice, row, column->price);
  GrMoney money = FIELD (GrMoney, row, column->field), product;
  int digits = self->workbook->info.currency_digits;
  char qty_name[GR_CELL_NAME_SIZE], price_name[GR_CELL_NAME_SIZE];

  if (qty == GR_WORKBOOK_NONE || price == GR_WORKBOOK_NONE ||
      !gr_money_for (column->is_stock ? MAX (0, qty) : qty, price, digits, &product) || product != money)
    gr_sheet_put_money (self, money);
  else
    gr_sheet_put_formula (self, gr_money_to_double (product, digits),
        column->is_stock ? "=ROUND(MAX(0,%s)*%s,%d)" : "=ROUND(%s*%s,%d)",
        gr_sheet_name_of (self, qty_name, column->qty), gr_sheet_name_of (self, price_name, column->price), digits);
}

static void
put_cells (GrSheet *self, gconstpointer row)
{
  for (self->column = 0; self->column < self->n_columns;) {
    const GrSheetColumn *column = &self->columns[self->column];

    self->format = column->format;
    (column->put != NULL ? column->put : put_field) (self, row);
  }
  self->row++;
}

/**
 * gr_sheet_put_row:
 * @row: a struct that the columns' fields lie in
 *
 * Writes the next row. O(columns).
 */
void
gr_sheet_put_row (GrSheet *self, gconstpointer row)
{
  put_cells (self, row);
  for (int i = 0; i < self->n_columns; i++)
    if (self->columns[i].is_summed)
      gr_sheet_add_up (&self->columns[i].sum, FIELD (GrMoney, row, self->columns[i].field));
}

/**
 * gr_sheet_put_total_row:
 *
 * The same as a row of totals, which no sum counts.
 */
void
gr_sheet_put_total_row (GrSheet *self, gconstpointer row)
{
  self->is_total = TRUE;
  put_cells (self, row);
  self->is_total = FALSE;
}

/**
 * gr_sheet_write_rows:
 * @progress: (nullable): asked now and then whether to stop
 *
 * Writes all rows of the sheet and finishes it. Fails with %G_IO_ERROR_CANCELLED. O(rows x columns).
 */
gboolean
gr_sheet_write_rows (GrSheet *self, const GrSheetRows *rows, const GrProgress *progress, GError **error)
{
  for (gsize i = 0; i < rows->n_rows; i++) {
    gr_sheet_put_row (self,
        rows->row_size != 0 ? (const char *) rows->rows + i * rows->row_size : ((gconstpointer const *) rows->rows)[i]);
    if (i % 1024 == 0 &&
        !gr_progress_report (progress, _ ("Saving the workbook"), (double) i / (double) rows->n_rows, error))
      return FALSE;
  }
  gr_sheet_finish (self);
  return TRUE;
}

/**
 * gr_sheet_column_of:
 *
 * Returns: the first column, from 0, that shows @field; one of them does.
 */
guint
gr_sheet_column_of (const GrSheet *self, gsize field)
{
  guint i = 0;

  while (i + 1 < (guint) self->n_columns && self->columns[i].field != field)
    i++;
  return i;
}

/**
 * gr_sheet_name_of:
 * @name: (out caller-allocates): %GR_CELL_NAME_SIZE bytes
 *
 * Returns: @name, of the cell of the current row that shows @field.
 */
const char *
gr_sheet_name_of (const GrSheet *self, char *name, gsize field)
{
  return gr_sheet_cell_name (name, self->row, gr_sheet_column_of (self, field));
}
