#pragma once

#include "domain/base/date.h"
#include "purchase-order.h"

/**
 * GrOrderFilter:
 * @search: (nullable): part of the order's number, its supplier's name, or an item's code on it
 * @supplier_id, @item_id: 0 for all
 * @state: a GrOrderState or -1 for all
 * @only_open: drafts to partially received
 * @late_on: orders sent and expected before that day, %GR_DATE_NONE for all
 */
typedef struct {
  const char *search;
  gint64 supplier_id;
  gint64 item_id;
  int state;
  gboolean only_open;
  GrDate late_on;
} GrOrderFilter;

#define GR_ORDER_FILTER_ALL ((GrOrderFilter){.state = -1, .late_on = GR_DATE_NONE})
