#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/* Goods that are to arrive; @is_suggested where nobody ordered them yet. */
typedef struct {
  GrDate on;
  GrQty qty;
  gboolean is_suggested;
} GrPlannedReceipt;
