#pragma once

#include "demand-buckets.h"
#include "demand/event/event-book.h"

#include "forecast/engine/forecast.h"

/**
 * GrHistoryReading:
 * @method: the one to forecast by
 * @from: the first day of history that counts, %GR_DATE_NONE for all of it
 * @silent: (nullable) (element-type GrDaySpan): days that say nothing of demand
 * @events: (nullable) (element-type GrEvent): those that touch the item, by first day
 * @predecessor: (nullable): how the history of the item is to be read whose place this one takes; not owned
 * @share: what this one sells of what that one sold, 0 to have it measured
 *
 * How an item's history is to be read: what the owner chose, and what its ledger knows of stock-outs.
 */
typedef struct _GrHistoryReading {
  gint64 item_id;
  GrForecastMethod method;
  GrDate from;
  GArray *silent;
  GPtrArray *events;
  const struct _GrHistoryReading *predecessor;
  double share;
} GrHistoryReading;

/**
 * GrHistorySources:
 * @items: (element-type GrItem): those of which events are wanted
 * @choices: (element-type GrForecastChoice): how the owner wants items forecast
 * @marks: (element-type GrDemandMark): what the owner decided about days
 * @stock_outs: (element-type GrStockOut): what the ledger knows, see gr_stock_outs_find()
 * @predecessors: (element-type GrPredecessor): which item takes whose place
 * @book: the shop's events
 *
 * All that is known of how items' histories are to be read.
 */
typedef struct {
  const GPtrArray *items;
  const GArray *choices;
  const GArray *marks;
  const GArray *stock_outs;
  const GArray *predecessors;
  GrEventBook *book;
} GrHistorySources;

GHashTable *gr_history_readings_make (const GrHistorySources *sources);
void gr_history_reading_begin (
    const GrHistoryReading *reading, GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until);
