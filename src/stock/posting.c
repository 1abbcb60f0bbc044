#include "posting.h"

/**
 * gr_posting_of_sale:
 * @move: (out): what a sold line, or one that was brought back, wants of the ledger
 *
 * Returns: whether it wants anything: not of an item that is not stocked, was never counted, or was counted after that
 *   day, since such sales are part of what was counted
 */
gboolean
gr_posting_of_sale (
    const GrLedgerEnds *ends, const GrSaleRule *rule, const GrSaleLine *line, gint64 line_id, GrMove *move)
{
  gboolean is_sale = line->qty > 0;

  if (!rule->is_stocked || rule->location_id == 0 || line->sold_on < rule->from_day)
    return FALSE;
  *move = (GrMove){
      .item_id = line->item_id,
      .from_id = is_sale ? rule->location_id : ends->customers_id,
      .to_id = is_sale ? ends->customers_id : rule->location_id,
      .qty = ABS (line->qty),
      .moved_on = line->sold_on,
      .kind = is_sale ? GR_MOVE_SALE : GR_MOVE_RETURN,
      .unit_cost = rule->unit_cost,
      .line_kind = GR_LINE_SALE,
      .line_id = line_id,
  };
  return TRUE;
}

static gboolean
post_difference (const GrLedgerEnds *ends, GrQty change, GrMoveKind kind, GrMove *move)
{
  gint64 location_id = move->to_id;

  move->kind = kind;
  move->qty = ABS (change);
  move->from_id = change > 0 ? ends->adjustments_id : location_id;
  move->to_id = change > 0 ? location_id : ends->adjustments_id;
  return change != 0;
}

/**
 * gr_posting_of_count:
 * @expected: what the ledger has there when the day begins
 * @counted: what lay there
 * @move: (inout): item, day, cost and the count's line; @to_id is the place. Receives the rest
 *
 * Returns: whether there is a difference to post
 */
gboolean
gr_posting_of_count (const GrLedgerEnds *ends, GrQty expected, GrQty counted, GrMove *move)
{
  move->line_kind = GR_LINE_COUNT;
  return post_difference (ends, counted - expected, GR_MOVE_COUNT, move);
}

/**
 * gr_posting_of_adjustment:
 * @change: more or less of it
 * @move: (inout): item, day, cost and reason; @to_id is the place. Receives the rest
 *
 * Returns: whether there is anything to post: a change of 0 is none
 */
gboolean
gr_posting_of_adjustment (const GrLedgerEnds *ends, GrQty change, GrMove *move)
{
  return post_difference (ends, change, GR_MOVE_ADJUSTMENT, move);
}

/**
 * gr_posting_of_receipt:
 * @move: (inout): item, day, quantity, the order's price, its line and the place in @to_id. Receives the rest
 */
void
gr_posting_of_receipt (const GrLedgerEnds *ends, GrMove *move)
{
  move->kind = GR_MOVE_RECEIPT;
  move->line_kind = GR_LINE_ORDER;
  move->from_id = ends->suppliers_id;
}

/**
 * gr_posting_of_reversal:
 * @move_id: the number of @move
 *
 * Returns: what takes @move back: the same the other way, on the same day, at the same cost
 */
GrMove
gr_posting_of_reversal (const GrMove *move, gint64 move_id)
{
  GrMove reversal = *move;

  reversal.from_id = move->to_id;
  reversal.to_id = move->from_id;
  reversal.reverses = move_id;
  return reversal;
}
