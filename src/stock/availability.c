#include "availability.h"

/**
 * gr_availability_on_shelf:
 *
 * Returns: what can lie there: nothing where the ledger is below zero
 */
GrQty
gr_availability_on_shelf (const GrStockPosition *position)
{
  return MAX (0, position->on_hand);
}

/**
 * gr_availability_available:
 *
 * Returns: on hand - reserved, as the ledger has it: below zero where more was promised, or sold, than is there
 */
GrQty
gr_availability_available (const GrStockPosition *position)
{
  return position->on_hand - position->reserved;
}

/**
 * gr_availability_projected:
 *
 * Returns: on hand + on order - reserved; a ledger below zero is no debt that goods to come would have to fill
 */
GrQty
gr_availability_projected (const GrStockPosition *position)
{
  return gr_availability_on_shelf (position) + position->on_order - position->reserved;
}
