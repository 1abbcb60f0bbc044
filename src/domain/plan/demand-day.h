#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/* An item's demand on a day; @revenue of both, returns taken off. */
typedef struct {
  gint64 item_id;
  GrDate sold_on;
  GrQty sold_qty;
  GrQty returned_qty;
  GrMoney revenue;
} GrDemandDay;
