#include "typed-cell.h"

#include "text-date.h"

#include "domain/base/decimal.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/trade/item.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What binary fractions leave of a decimal number, in units of its last digit and as a part of it. */
#define NOISE      1e-6
#define NOISE_PART 1e-14

#define LARGEST 9e18 /* fits 64 bits */

/* @number with @digits decimals, rounded. */
static gboolean
scale (double number, int digits, gint64 *out, gboolean *is_exact)
{
  double scaled = number * (double) gr_decimal_power (digits), whole = round (scaled);

  if (!(fabs (whole) < LARGEST))
    return FALSE;
  *out = (gint64) whole;
  *is_exact = fabs (scaled - whole) <= NOISE + NOISE_PART * fabs (scaled);
  return TRUE;
}

static const char *
read_quantity (GrImportCell *cell, double number)
{
  gboolean is_exact;

  if (!scale (number, GR_QTY_DIGITS, &cell->number, &is_exact) || ABS (cell->number) >= GR_QTY_LIMIT)
    return _ ("is too large");
  return is_exact ? NULL : _ ("has more than three decimals");
}

static const char *
read_price (GrImportCell *cell, double number)
{
  gboolean is_exact;

  if (!scale (number, GR_PRICE_DIGITS, &cell->number, &is_exact) || ABS (cell->number) >= GR_PRICE_LIMIT)
    return _ ("is too large");
  cell->is_rounded = !is_exact;
  return NULL;
}

static const char *
read_count (GrImportCell *cell, double number)
{
  gboolean is_exact;

  if (!scale (number, 0, &cell->number, &is_exact))
    return _ ("is too large");
  if (!is_exact)
    return _ ("is not a whole number");
  return cell->number < 0 ? _ ("is below zero") : NULL;
}

/* 0.95 is how a cell shown as 95 % holds it; some people type 95. */
static const char *
read_share (GrImportCell *cell, double number)
{
  gint64 one = gr_decimal_power (GR_SHARE_DIGITS);
  gboolean is_exact;

  if (!scale (number > 1 ? number / 100 : number, GR_SHARE_DIGITS, &cell->number, &is_exact) || cell->number <= 0 ||
      cell->number >= one)
    return _ ("must be between 0 and 100%");
  return NULL;
}

static const char *
read_truth (GrImportCell *cell, GrFieldType type, double number)
{
  if (number != 0 && number != 1)
    return type == GR_FIELD_FLAG ? _ ("must be yes or no") : _ ("must be active or discontinued");
  if (type == GR_FIELD_FLAG)
    cell->number = number != 0;
  else
    cell->number = number != 0 ? GR_ITEM_ACTIVE : GR_ITEM_DISCONTINUED;
  return NULL;
}

/* Where a cell was not formatted as a date, the number of its day is there, or the day as 20091201. */
static const char *
read_day (GrImportCell *cell, const GrCell *from)
{
  char text[GR_CELL_TEXT_SIZE];

  gr_cell_text (from, text);
  if (gr_text_date_parse_excel (text, &cell->date) || gr_text_date_parse (text, GR_DATE_ORDER_YMD, &cell->date))
    return NULL;
  return _ ("is not a date written as an Excel day number");
}

static const char *
read_number (GrImportCell *cell, GrFieldType type, const GrCell *from)
{
  switch (type) {
  case GR_FIELD_QUANTITY:
    return read_quantity (cell, from->number);
  case GR_FIELD_PRICE:
    return read_price (cell, from->number);
  case GR_FIELD_COUNT:
    return read_count (cell, from->number);
  case GR_FIELD_SHARE:
    return read_share (cell, from->number);
  case GR_FIELD_FLAG:
  case GR_FIELD_STATUS:
    return read_truth (cell, type, from->number);
  case GR_FIELD_DATE:
    return read_day (cell, from);
  case GR_FIELD_TEXT:
  default:
    return NULL;
  }
}

/* What is wrong with a date or a truth value where a field of @type is wanted. */
static const char *
refuse (GrFieldType type)
{
  switch (type) {
  case GR_FIELD_COUNT:
    return _ ("is not a whole number");
  case GR_FIELD_SHARE:
    return _ ("is not a percentage");
  case GR_FIELD_FLAG:
    return _ ("must be yes or no");
  case GR_FIELD_STATUS:
    return _ ("must be active or discontinued");
  case GR_FIELD_DATE:
    return _ ("is not a date written year, month, day");
  case GR_FIELD_TEXT:
    return NULL;
  case GR_FIELD_QUANTITY:
  case GR_FIELD_PRICE:
  default:
    return _ ("is not a number");
  }
}

/**
 * gr_typed_cell_read:
 * @cell: (inout): gets its number or date, in the scale of @type
 * @from: a number, a date or a boolean; no text is parsed, so no decimal sign and no order of dates is guessed
 *
 * Numbers are decimals to the fifteen digits that a spreadsheet keeps: 0.1 + 0.2 is 0.3. Prices are rounded to four
 * decimals.
 *
 * Returns: (nullable): what is wrong in words, or %NULL where all is well.
 */
const char *
gr_typed_cell_read (GrImportCell *cell, GrFieldType type, const GrCell *from)
{
  if (from->kind == GR_VALUE_NUMBER)
    return read_number (cell, type, from);
  if (from->kind == GR_VALUE_DATE && type == GR_FIELD_DATE) {
    cell->date = from->date;
    return NULL;
  }
  if (from->kind == GR_VALUE_BOOLEAN && (type == GR_FIELD_FLAG || type == GR_FIELD_STATUS))
    return read_truth (cell, type, from->number);
  return refuse (type);
}
