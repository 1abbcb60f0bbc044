#pragma once

#include "encoding.h"

#include <glib.h>

typedef enum {
  GR_DATE_ORDER_YMD,
  GR_DATE_ORDER_DMY,
  GR_DATE_ORDER_MDY,
  GR_DATE_ORDER_EXCEL, /* days counted as spreadsheets do: 40725 is 2011-07-01 */
} GrDateOrder;

#define GR_N_DATE_ORDERS (GR_DATE_ORDER_EXCEL + 1)

/**
 * GrCsvDialect:
 * @delimiter: , ; | or a tab
 * @decimal_sign: . or ,
 * @is_date_order_sure: %FALSE where every date seen could be read day first as well as month first
 *
 * How a CSV file is written.
 */
typedef struct {
  GrEncoding encoding;
  char delimiter;
  char decimal_sign;
  GrDateOrder date_order;
  gboolean is_date_order_sure;
  gboolean has_header;
} GrCsvDialect;

gboolean gr_csv_dialect_set (GrCsvDialect *dialect, const char *assignment, GError **error);
char *gr_csv_dialect_describe (const GrCsvDialect *dialect);
