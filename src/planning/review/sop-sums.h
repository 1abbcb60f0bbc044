#pragma once

#include "planning/item/projection.h"

#include "domain/plan/sop-grid.h"
#include "domain/trade/item.h"

/**
 * GrSopPart:
 *
 * One item's part in the grid: @n_past + @n_ahead months each, oldest first; the running month is the first ahead.
 * @sales of past months (and what was sold of the running one); @revenue the money of it. @forecast of months ahead,
 * whole months. An item that is not stocked is a service: sold, and never bought.
 * @past_purchases, @past_end_stock: what past months received and ended with. @receipts: (array length=n_receipts):
 * what is on order and suggested; what is overdue comes today.
 */
typedef struct {
  const GrItem *item;
  GrQty on_hand;
  const GrQty *sales;
  const GrMoney *revenue;
  const GrQty *forecast;
  const GrQty *past_purchases;
  const GrQty *past_end_stock;
  const GrPlannedReceipt *receipts;
  gsize n_receipts;
} GrSopPart;

void gr_sop_grid_add (GrSopGrid *grid, const GrSopPart *part);
void gr_sop_grid_finish (GrSopGrid *grid);
