#pragma once

#include "history-readings.h"
#include "sold-days.h"

/**
 * GrItemHistory:
 * @sold: with the days of the item, and of those whose places it takes
 * @reading: (nullable): how they are to be read
 *
 * What an item's history is made from.
 */
typedef struct {
  gint64 item_id;
  const GrSoldDays *sold;
  const GrHistoryReading *reading;
} GrItemHistory;

void gr_item_history_make (const GrItemHistory *item, GrGrain grain, GrDate until, GrDemandBuckets *history);
GrDate gr_history_end (GrDate last, GrDate today);
