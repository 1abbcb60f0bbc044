#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

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

typedef struct _GrWorkbook GrWorkbook;

GrWorkbook *gr_workbook_new (const char *path, const char *title, const GrWorkbookInfo *info, GError **error);
void gr_workbook_free (GrWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrWorkbook, gr_workbook_free)
gboolean gr_workbook_close (GrWorkbook *workbook, GError **error);
