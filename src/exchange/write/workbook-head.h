#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

#include <glib.h>

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
