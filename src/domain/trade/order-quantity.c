#include "order-quantity.h"

/**
 * gr_order_quantity:
 * @need: what is missing
 * @minimum: the least a supplier sells, 0 where there is none
 * @multiple: packs of so many, 0 where there are none
 *
 * Minimum first, then multiple, always upwards: however small, a need is never rounded away. Nothing
 * is ordered where nothing is needed.
 *
 * Returns: the quantity to order; the largest multiple there is where the right one does not fit 64 bits
 */
GrQty
gr_order_quantity (GrQty need, GrQty minimum, GrQty multiple)
{
  GrQty qty = MAX (need, minimum), rest;

  if (need <= 0)
    return 0;
  if (multiple <= 0)
    return qty;
  rest = qty % multiple;
  if (rest == 0)
    return qty;
  return qty <= G_MAXINT64 - (multiple - rest) ? qty + (multiple - rest) : qty - rest;
}
