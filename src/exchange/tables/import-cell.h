#pragma once

#include "exchange/read/csv-dialect.h"

#include "domain/base/date.h"

/**
 * GrCellType:
 * @GR_CELL_TEXT: text
 * @GR_CELL_QUANTITY: number in thousandths
 * @GR_CELL_PRICE: number in ten-thousandths; further decimals are rounded, and counted in the report
 * @GR_CELL_COUNT: a whole number, not negative (days, a line's number)
 * @GR_CELL_SHARE: number in millionths, 0 < n < 1,000,000; written 0.95, 95 or 95 %
 * @GR_CELL_FLAG: number 1 or 0; written yes, no, true, false, 1, 0, x in several languages
 * @GR_CELL_STATUS: number is a #GrItemStatus
 * @GR_CELL_DATE: date; a time of day after it is passed over
 */
typedef enum {
  GR_CELL_TEXT,
  GR_CELL_QUANTITY,
  GR_CELL_PRICE,
  GR_CELL_COUNT,
  GR_CELL_SHARE,
  GR_CELL_FLAG,
  GR_CELL_STATUS,
  GR_CELL_DATE,
} GrCellType;

#define GR_SHARE_DIGITS 6

/**
 * GrImportCell:
 * @is_set: the file has the field's column and there is something in it
 * @is_rounded: a price had more decimals than fit
 * @text: what stands in the cell, trimmed UTF-8; "" where nothing does
 * @number: in the scale of the field's #GrCellType
 */
typedef struct {
  gboolean is_set;
  gboolean is_rounded;
  const char *text;
  gsize length;
  gint64 number;
  GrDate date;
} GrImportCell;

const char *gr_import_cell_read (GrImportCell *cell, GrCellType type, const GrCsvDialect *dialect);
gboolean gr_cell_parse_excel_day (const char *text, GrDate *out);
gboolean gr_cell_parse_date (const char *text, GrDateOrder order, GrDate *out);
