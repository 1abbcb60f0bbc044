#include "text-cell.h"

#include "import-words.h"
#include "text-date.h"

#include "domain/base/decimal.h"
#include "domain/trade/item.h"
#include "domain/base/money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough for any number that fits 64 bits, with its grouping and a currency. */
#define NUMBER_SIZE 64

/* "-1234.50" with no more decimals than @digits and no grouping: nearly every number of nearly every file. */
static gboolean
parse_plain_number (const GrImportCell *cell, char decimal_sign, int digits, gint64 *out)
{
  const char *at = cell->text;
  gboolean is_negative = *at == '-';
  gint64 value = 0;
  int decimals = 0;

  at += is_negative;
  if (cell->length > 16 || !g_ascii_isdigit (*at))
    return FALSE;
  while (g_ascii_isdigit (*at))
    value = value * 10 + (*at++ - '0');
  if (*at == decimal_sign)
    for (at++; g_ascii_isdigit (*at) && decimals < digits; decimals++)
      value = value * 10 + (*at++ - '0');
  if (*at != '\0' || cell->length + (gsize) (digits - decimals) > 18)
    return FALSE;
  for (; decimals < digits; decimals++)
    value *= 10;
  *out = is_negative ? -value : value;
  return TRUE;
}

/* ASCII without currency signs; the many blanks and minus signs of typesetters made plain. */
static gboolean
copy_plain_signs (const char *text, char *bare)
{
  gsize n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (n + 1 >= NUMBER_SIZE)
      return FALSE;
    if (c < 0x80 && c != '$')
      bare[n++] = (char) c;
    else if (c == 0xa0 || c == 0x202f || c == 0x2009)
      bare[n++] = ' ';
    else if (c == 0x2212)
      bare[n++] = '-';
    else if (g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
      return FALSE;
  }
  bare[n] = '\0';
  g_strstrip (bare);
  return TRUE;
}

static gboolean
is_currency_code (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

/* "EUR 12.50", "12.50 EUR" */
static void
drop_currency_code (char *bare)
{
  gsize length = strlen (bare);

  if (length > 3 && is_currency_code (bare))
    memset (bare, ' ', 3);
  else if (length > 3 && is_currency_code (bare + length - 3))
    bare[length - 3] = '\0';
  g_strstrip (bare);
}

/* Accountants' negative numbers: "(12.50)" and "12.50-". */
static void
move_minus (char *bare)
{
  gsize length = strlen (bare);

  if (length < 2)
    return;
  if (bare[0] == '(' && bare[length - 1] == ')') {
    bare[0] = '-';
    bare[length - 1] = '\0';
  } else if (bare[length - 1] == '-' && g_ascii_isdigit (bare[0])) {
    memmove (bare + 1, bare, length - 1);
    bare[0] = '-';
  }
}

static gboolean
parse_number (const GrImportCell *cell, char decimal_sign, int digits, gint64 *out)
{
  char bare[NUMBER_SIZE];

  if (parse_plain_number (cell, decimal_sign, digits, out))
    return TRUE;
  if (!copy_plain_signs (cell->text, bare))
    return FALSE;
  drop_currency_code (bare);
  move_minus (bare);
  return gr_decimal_parse (bare, decimal_sign, digits, out, NULL);
}

/* Unit prices computed elsewhere come with decimals beyond all sense (12.299999999999999). */
static gboolean
parse_price (GrImportCell *cell, char decimal_sign)
{
  static const int finer[] = {8, 12, 15};
  gint64 value;

  if (parse_number (cell, decimal_sign, GR_PRICE_DIGITS, &cell->number))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (finer); i++)
    if (parse_number (cell, decimal_sign, finer[i], &value)) {
      cell->number = gr_decimal_round_div (value, gr_decimal_power (finer[i] - GR_PRICE_DIGITS));
      cell->is_rounded = TRUE;
      return TRUE;
    }
  return FALSE;
}

static const char *
read_price (GrImportCell *cell, char decimal_sign)
{
  if (!parse_price (cell, decimal_sign))
    return _ ("is not a number");
  return cell->number < GR_PRICE_LIMIT && cell->number > -GR_PRICE_LIMIT ? NULL : _ ("is too large");
}

static const char *
read_quantity (GrImportCell *cell, char decimal_sign)
{
  gint64 value;

  if (parse_number (cell, decimal_sign, GR_QTY_DIGITS, &cell->number))
    return cell->number < GR_QTY_LIMIT && cell->number > -GR_QTY_LIMIT ? NULL : _ ("is too large");
  if (parse_number (cell, decimal_sign, 12, &value))
    return _ ("has more than three decimals");
  return _ ("is not a number");
}

static const char *
read_count (GrImportCell *cell, char decimal_sign)
{
  if (!parse_number (cell, decimal_sign, 0, &cell->number))
    return _ ("is not a whole number");
  return cell->number < 0 ? _ ("is below zero") : NULL;
}

static const char *
read_share (GrImportCell *cell, char decimal_sign)
{
  g_autofree char *text = g_strndup (cell->text, cell->length);
  char *percent = strchr (text, '%');
  gint64 value;

  if (percent != NULL)
    *percent = '\0';
  if ((percent != NULL && percent[1] != '\0') || !gr_decimal_parse (text, decimal_sign, GR_SHARE_DIGITS, &value, NULL))
    return _ ("is not a percentage");
  if (percent != NULL || value >= gr_decimal_power (GR_SHARE_DIGITS))
    value = gr_decimal_round_div (value, 100);
  if (value <= 0 || value >= gr_decimal_power (GR_SHARE_DIGITS))
    return _ ("must be between 0 and 100%");
  cell->number = value;
  return NULL;
}

static const char *
read_flag (GrImportCell *cell)
{
  int value = gr_import_words_flag (cell->text);

  cell->number = value;
  return value < 0 ? _ ("must be yes or no") : NULL;
}

static const char *
read_status (GrImportCell *cell)
{
  int value = gr_import_words_status (cell->text);

  cell->number = value;
  return value < 0 ? _ ("must be active or discontinued") : NULL;
}

static const char *
read_date (GrImportCell *cell, GrDateOrder order)
{
  if (gr_text_date_parse (cell->text, order, &cell->date))
    return NULL;
  if (order == GR_DATE_ORDER_DMY)
    return _ ("is not a date written day, month, year");
  if (order == GR_DATE_ORDER_MDY)
    return _ ("is not a date written month, day, year");
  if (order == GR_DATE_ORDER_EXCEL)
    return _ ("is not a date written as an Excel day number");
  return _ ("is not a date written year, month, day");
}

/**
 * gr_text_cell_read:
 * @cell: (inout): its text, set and not empty, is read into its number or date
 * @notation: how numbers and dates are written
 *
 * Returns: (nullable): what is wrong in words, such as "is not a number", or %NULL where all is well.
 */
const char *
gr_text_cell_read (GrImportCell *cell, GrFieldType type, const GrCellNotation *notation)
{
  switch (type) {
  case GR_FIELD_QUANTITY:
    return read_quantity (cell, notation->decimal_sign);
  case GR_FIELD_PRICE:
    return read_price (cell, notation->decimal_sign);
  case GR_FIELD_COUNT:
    return read_count (cell, notation->decimal_sign);
  case GR_FIELD_SHARE:
    return read_share (cell, notation->decimal_sign);
  case GR_FIELD_FLAG:
    return read_flag (cell);
  case GR_FIELD_STATUS:
    return read_status (cell);
  case GR_FIELD_DATE:
    return read_date (cell, notation->date_order);
  case GR_FIELD_TEXT:
  default:
    return NULL;
  }
}
