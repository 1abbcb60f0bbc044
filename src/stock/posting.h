#pragma once

#include "domain/stock/move.h"
#include "domain/trade/sale-line.h"

/* The other ends of the double entry: places that are none of the shop's own. */
typedef struct {
  gint64 suppliers_id;
  gint64 customers_id;
  gint64 adjustments_id;
} GrLedgerEnds;

/**
 * GrSaleRule:
 * @is_stocked: whether the item has stock at all
 * @location_id: the place that its sales are taken from, 0 where it was never counted
 * @from_day: the day of that place's count: sales from then on move stock
 * @unit_cost: what a unit leaves at
 */
typedef struct {
  gboolean is_stocked;
  gint64 location_id;
  GrDate from_day;
  GrPrice unit_cost;
} GrSaleRule;

gboolean gr_posting_of_sale (
    const GrLedgerEnds *ends, const GrSaleRule *rule, const GrSaleLine *line, gint64 line_id, GrMove *move);
gboolean gr_posting_of_count (const GrLedgerEnds *ends, GrQty expected, GrQty counted, GrMove *move);
gboolean gr_posting_of_adjustment (const GrLedgerEnds *ends, GrQty change, GrMove *move);
void gr_posting_of_receipt (const GrLedgerEnds *ends, GrMove *move);
GrMove gr_posting_of_reversal (const GrMove *move, gint64 move_id);
