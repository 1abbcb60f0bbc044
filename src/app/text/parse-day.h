#pragma once

#include "domain/base/date.h"

/* Which year a day and month mean that are typed without one. */
typedef enum {
  GR_YEARLESS_IS_NEXT,    /* what is to be: the next such day, today among them */
  GR_YEARLESS_IS_NEAREST, /* what may have been: the nearest such day */
} GrYearless;

gboolean gr_parse_day (const char *text, GrDate today, GrYearless yearless, GrDate *out, GError **error);
