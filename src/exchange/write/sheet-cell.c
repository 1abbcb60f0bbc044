#include "sheet.h"

#include "domain/base/decimal.h"

#include <math.h>

#define MAX_TEXT_UNITS 32767 /* UTF-16 units in a cell (Excel specifications and limits) */
#define EXCEL_FIRST    61    /* 1900-03-01: before it, Excel counts a day that never was */

/**
 * gr_sheet_cell_name:
 * @name: (out caller-allocates): %GR_CELL_NAME_SIZE bytes
 * @row: from 0
 * @column: from 0
 *
 * Returns: @name, such as "D5".
 */
const char *
gr_sheet_cell_name (char *name, guint row, guint column)
{
  lxw_rowcol_to_cell (name, row, (lxw_col_t) column);
  return name;
}

static lxw_format *
current_format (GrSheet *self)
{
  return self->workbook->formats[self->is_total][self->format];
}

static gboolean
is_allowed (gunichar c)
{
  return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0xfffe && c != 0xffff);
}

/**
 * gr_sheet_clean_text:
 *
 * Returns: (transfer full): @text as a cell can hold it: without control characters and characters that XML
 *   knows not, cut to what Excel takes.
 */
char *
gr_sheet_clean_text (const char *text)
{
  GString *clean = g_string_new (NULL);
  guint units = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!is_allowed (c))
      continue;
    units += c > 0xffff ? 2 : 1;
    if (units > MAX_TEXT_UNITS)
      break;
    g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

/**
 * gr_sheet_put_nothing:
 *
 * Leaves the cell empty.
 */
void
gr_sheet_put_nothing (GrSheet *self)
{
  if (self->is_total)
    gr_workbook_note (
        self->workbook, worksheet_write_blank (self->worksheet, self->row, self->column, current_format (self)));
  self->column++;
}

/**
 * gr_sheet_put_text:
 * @text: (nullable): anything; it stays text, even where it looks like a formula
 */
void
gr_sheet_put_text (GrSheet *self, const char *text)
{
  g_autofree char *clean = text != NULL ? gr_sheet_clean_text (text) : NULL;

  if (clean == NULL || *clean == '\0') {
    gr_sheet_put_nothing (self);
    return;
  }
  gr_workbook_note (
      self->workbook, worksheet_write_string (self->worksheet, self->row, self->column, clean, current_format (self)));
  self->column++;
}

/* Quantities show decimals only where they have some. */
static lxw_format *
format_for (GrSheet *self, double number)
{
  if (self->format == GR_FORMAT_QUANTITY && number != round (number))
    return self->workbook->formats[self->is_total][GR_FORMAT_FRACTION];
  return current_format (self);
}

/**
 * gr_sheet_put_number:
 * @number: NaN leaves the cell empty
 */
void
gr_sheet_put_number (GrSheet *self, double number)
{
  if (!isfinite (number)) {
    gr_sheet_put_nothing (self);
    return;
  }
  gr_workbook_note (self->workbook,
      worksheet_write_number (self->worksheet, self->row, self->column, number, format_for (self, number)));
  self->column++;
}

/**
 * gr_sheet_put_quantity:
 * @qty: %GR_WORKBOOK_NONE leaves the cell empty
 */
void
gr_sheet_put_quantity (GrSheet *self, GrQty qty)
{
  gr_sheet_put_number (self, qty == GR_WORKBOOK_NONE ? (double) NAN : gr_qty_to_double (qty));
}

/**
 * gr_sheet_put_money:
 * @money: %GR_WORKBOOK_NONE leaves the cell empty
 */
void
gr_sheet_put_money (GrSheet *self, GrMoney money)
{
  gr_sheet_put_number (self,
      money == GR_WORKBOOK_NONE ? (double) NAN : gr_money_to_double (money, self->workbook->info.currency_digits));
}

/**
 * gr_sheet_put_price:
 * @price: %GR_WORKBOOK_NONE leaves the cell empty
 */
void
gr_sheet_put_price (GrSheet *self, GrPrice price)
{
  gr_sheet_put_number (
      self, price == GR_WORKBOOK_NONE ? (double) NAN : (double) price / (double) gr_decimal_power (GR_PRICE_DIGITS));
}

/**
 * gr_sheet_put_date:
 * @date: %GR_DATE_NONE leaves the cell empty; before March 1900, which Excel cannot count, it is written as text
 */
void
gr_sheet_put_date (GrSheet *self, GrDate date)
{
  g_autofree char *text = NULL;

  if (date == GR_DATE_NONE)
    gr_sheet_put_nothing (self);
  else if (gr_sheet_excel_day (date) >= EXCEL_FIRST)
    gr_sheet_put_number (self, gr_sheet_excel_day (date));
  else {
    text = gr_date_format (date);
    gr_sheet_put_text (self, text);
  }
}

/**
 * gr_sheet_put_instant:
 * @instant: written to the minute, by the clock on the wall
 */
void
gr_sheet_put_instant (GrSheet *self, GrInstant instant)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (instant / G_USEC_PER_SEC);
  GrInstant offset = local != NULL ? g_date_time_get_utc_offset (local) : 0;
  double minutes = floor ((double) (instant + offset) / (60.0 * G_USEC_PER_SEC));

  gr_sheet_put_number (self, minutes / (24 * 60) + GR_EXCEL_EPOCH);
}

/**
 * gr_sheet_put_formula:
 * @result: what it comes to, for programs that do not calculate; NaN leaves the cell empty
 * @formula: printf() form, beginning with "="; only cell names and numbers may go into it
 */
void
gr_sheet_put_formula (GrSheet *self, double result, const char *formula, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, formula);
  text = g_strdup_vprintf (formula, args);
  va_end (args);
  gr_workbook_note (self->workbook,
      worksheet_write_formula_num (self->worksheet, self->row, self->column, text, format_for (self, result), result));
  self->column++;
}
