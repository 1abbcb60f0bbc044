#pragma once

#include "domain/date.h"
#include "domain/money.h"
#include "domain/quantity.h"

#include <gio/gio.h>

#define GR_WORKBOOK_NONE G_MININT64 /* a figure that there is not: its cell stays empty */

/**
 * GrWorkbookInfo:
 * @today: the day that the figures hold for
 * @created_at: when the file is made; passed in, so that the same data give the same file
 *
 * What the About sheet of every workbook says.
 */
typedef struct {
  const char *shop_name;
  const char *currency;
  int currency_digits;
  const char *program_version;
  GrDate today;
  GrInstant created_at;
} GrWorkbookInfo;

typedef enum {
  GR_FORMAT_TEXT,
  GR_FORMAT_WRAPPED,
  GR_FORMAT_HEADER,
  GR_FORMAT_HEADER_MONTH,
  GR_FORMAT_TITLE,
  GR_FORMAT_INTEGER,
  GR_FORMAT_QUANTITY,
  GR_FORMAT_DAYS,
  GR_FORMAT_MONEY,
  GR_FORMAT_PRICE,
  GR_FORMAT_PERCENT,
  GR_FORMAT_DATE,
  GR_FORMAT_TOTAL_TEXT,
  GR_FORMAT_TOTAL_QUANTITY,
  GR_FORMAT_TOTAL_DAYS,
  GR_FORMAT_TOTAL_MONEY,
} GrWorkbookFormat;

#define GR_N_WORKBOOK_FORMATS (GR_FORMAT_TOTAL_MONEY + 1)

typedef struct _GrWorkbook GrWorkbook;
typedef struct _GrSheet GrSheet;

/**
 * GrSheetColumn:
 * @title: the header; money columns get the currency in brackets after it
 * @width: in characters
 */
typedef struct {
  const char *title;
  double width;
  GrWorkbookFormat format;
} GrSheetColumn;

GrWorkbook *
gr_workbook_new (const char *path, const char *title, const GrWorkbookInfo *info, GError **error);
void
gr_workbook_free (GrWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrWorkbook, gr_workbook_free)
gboolean
gr_workbook_close (GrWorkbook *workbook, GError **error);

GrSheet *
gr_workbook_add_sheet (GrWorkbook *workbook, const char *name);
GrSheet *
gr_workbook_add_table (GrWorkbook *workbook, const char *name, const GrSheetColumn *columns, int n_columns);
