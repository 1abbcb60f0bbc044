#pragma once

#include "workbook-head.h"

#include <xlsxwriter.h>

/* How a column's cells look. */
typedef enum {
  GR_FORMAT_TEXT,
  GR_FORMAT_WRAPPED,
  GR_FORMAT_QUANTITY,
  GR_FORMAT_UNITS,    /* quantities of many items together, shown whole */
  GR_FORMAT_EXPECTED, /* a forecast, shown to a tenth */
  GR_FORMAT_DAYS,
  GR_FORMAT_MONEY,
  GR_FORMAT_PRICE,
  GR_FORMAT_PERCENT,
  GR_FORMAT_DATE,
  GR_FORMAT_ABOUT_DATE, /* on the left, under the words of the About sheet */
  GR_FORMAT_ABOUT_INSTANT,
  GR_FORMAT_FRACTION, /* a quantity that is not whole; taken by itself in a quantity column */
} GrWorkbookFormat;

#define GR_N_WORKBOOK_FORMATS (GR_FORMAT_FRACTION + 1)

/**
 * GrWorkbook:
 * @formats: by #GrWorkbookFormat, for ordinary rows and for totals
 * @failure: the first thing that went wrong
 */
struct _GrWorkbook {
  GrWorkbookInfo info;
  lxw_workbook *book;
  struct _GrFileReplacer *replacer;
  GPtrArray *sheets;
  lxw_format *formats[2][GR_N_WORKBOOK_FORMATS];
  lxw_format *header;
  lxw_format *header_number;
  lxw_format *header_month;
  lxw_format *title;
  lxw_format *link;
  lxw_error failure;
};

void gr_workbook_note (GrWorkbook *workbook, lxw_error result);
