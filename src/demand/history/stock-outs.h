#pragma once

#include "demand-buckets.h"

/* Days on which there was nothing of an item to be sold. */
typedef struct {
  gint64 item_id;
  GrDaySpan days;
} GrStockOut;

/**
 * GrStockPast:
 * @first_days: (element-type GrFirstKnownDay): since when the ledger knows an item, by item
 * @on_hand: (element-type GrOnHand): what is there now, by item; those with nothing may be missing
 * @days: (element-type GrLedgerDay): what moved, from the last item to the first, newest day first
 */
typedef struct {
  const GArray *first_days;
  const GArray *on_hand;
  const GArray *days;
} GrStockPast;

GArray *gr_stock_outs_find (const GrStockPast *past, GrDate until);
