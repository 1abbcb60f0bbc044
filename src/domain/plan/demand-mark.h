#pragma once

#include "domain/base/date.h"

typedef enum {
  GR_MARK_OUTLIER,   /* sales that stand out: a bulk order, a week that went wrong */
  GR_MARK_STOCK_OUT, /* nothing was there to be sold */
} GrDemandMarkKind;

/**
 * GrDemandMark:
 * @starts_on: its first day
 * @ends_before: the day after its last
 * @is_set_aside: whether these days say nothing of what people want
 *
 * Days of an item's history, and what the owner decided about them.
 */
typedef struct {
  gint64 item_id;
  GrDemandMarkKind kind;
  GrDate starts_on, ends_before;
  gboolean is_set_aside;
} GrDemandMark;
