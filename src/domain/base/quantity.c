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

/**
 * gr_qty_add:
 *
 * Returns: @a + @b, saturating at the ends, for sums that only guide: projections and plans.
 */
GrQty
gr_qty_add (GrQty a, GrQty b)
{
  GrQty sum;

  if (!__builtin_add_overflow (a, b, &sum))
    return sum;
  return a > 0 ? G_MAXINT64 : G_MININT64;
}

/**
 * gr_qty_subtract:
 *
 * Returns: @a - @b, saturating like gr_qty_add().
 */
GrQty
gr_qty_subtract (GrQty a, GrQty b)
{
  GrQty difference;

  if (!__builtin_sub_overflow (a, b, &difference))
    return difference;
  return a >= 0 ? G_MAXINT64 : G_MININT64;
}
