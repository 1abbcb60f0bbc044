#pragma once

#include <glib.h>

typedef enum {
  GR_DATE_ORDER_YMD,
  GR_DATE_ORDER_DMY,
  GR_DATE_ORDER_MDY,
  GR_DATE_ORDER_EXCEL, /* days counted as spreadsheets do: 40725 is 2011-07-01 */
} GrDateOrder;

#define GR_N_DATE_ORDERS (GR_DATE_ORDER_EXCEL + 1)

/**
 * GrCellNotation:
 * @decimal_sign: . or ,
 * @is_date_order_sure: %FALSE where every date seen could be read day first as well as month first
 *
 * How numbers and dates are written where cells are text; a typed cell needs none of it.
 */
typedef struct {
  char decimal_sign;
  GrDateOrder date_order;
  gboolean is_date_order_sure;
  gboolean has_header;
} GrCellNotation;
