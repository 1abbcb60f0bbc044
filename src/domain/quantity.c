#include "quantity.h"

#include <math.h>

/**
 * gr_qty_from_double:
 * @units: a computed number of units, such as a forecast
 *
 * Rounds to the nearest thousandth, half away from zero; saturates at the ends, NaN is 0.
 */
GrQty
gr_qty_from_double (double units)
{
  if (isnan (units))
    return 0;
  if (units >= 9.2e15)
    return G_MAXINT64;
  if (units <= -9.2e15)
    return G_MININT64;
  return (GrQty) llround (units * 1000.0);
}
