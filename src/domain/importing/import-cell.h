#pragma once

#include "domain/base/date.h"

/**
 * GrFieldType:
 * @GR_FIELD_TEXT: text
 * @GR_FIELD_QUANTITY: number in thousandths
 * @GR_FIELD_PRICE: number in ten-thousandths; further decimals are rounded, and counted in the report
 * @GR_FIELD_COUNT: a whole number, not negative (days, a line's number)
 * @GR_FIELD_SHARE: number in millionths, 0 < n < 1,000,000; written 0.95, 95 or 95 %
 * @GR_FIELD_FLAG: number 1 or 0; written yes, no, true, false, 1, 0, x in several languages
 * @GR_FIELD_STATUS: number is a #GrItemStatus
 * @GR_FIELD_DATE: date; a time of day after it is passed over
 */
typedef enum {
  GR_FIELD_TEXT,
  GR_FIELD_QUANTITY,
  GR_FIELD_PRICE,
  GR_FIELD_COUNT,
  GR_FIELD_SHARE,
  GR_FIELD_FLAG,
  GR_FIELD_STATUS,
  GR_FIELD_DATE,
} GrFieldType;

#define GR_SHARE_DIGITS 6

/**
 * GrImportCell:
 * @is_set: the file has the field's column and there is something in it
 * @is_rounded: a price had more decimals than fit
 * @text: what stands in the cell, UTF-8; "" where nothing does
 * @number: in the scale of the field's #GrFieldType
 */
typedef struct {
  gboolean is_set;
  gboolean is_rounded;
  const char *text;
  gsize length;
  gint64 number;
  GrDate date;
} GrImportCell;
