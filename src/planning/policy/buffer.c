#include "buffer.h"

#include <math.h>

/* Beyond these a normal buffer means nothing: 100 % would ask for an endless one. */
#define LEAST_SERVICE 0.5
#define MOST_SERVICE  0.999999

/* Demand is steady where its deviation is up to this share of it: there a normal distribution does. */
#define STEADY 0.25

static double
not_negative (double value)
{
  return value > 0 && isfinite (value) ? value : 0;
}

/* Where demand isn't steady, the deviation of its logarithm, which is matched to mean and sigma. Behind z a wider one
 * would lower the quantile: then all that is to be had is held. */
static double
find_spread (const GrBuffer *buffer)
{
  double variation = buffer->sigma / buffer->demand;

  if (!(buffer->demand > 0) || !(variation > STEADY))
    return NAN;
  return fmin (sqrt (log1p (variation * variation)), buffer->z);
}

/* The safety stock over the demand; no less than where demand just ceases to be steady. */
static double
find_share (const GrBuffer *buffer)
{
  return fmax (expm1 (buffer->z * buffer->spread - buffer->spread * buffer->spread / 2), STEADY * buffer->z);
}

/**
 * gr_buffer_compute:
 *
 * What stock has to carry until an order placed at the next review could arrive. With L the lead time, R the
 * review period, d and sd the demand of a day and sL the lead time's deviation,
 *
 *     sigma = sqrt ((L + R) sd^2 + d^2 sL^2),  SS = z sigma,  ROP = d (L + R) + SS
 *
 * (Silver, Pyke & Thomas). With @is_skewed and sigma above a quarter of the demand D over the protection period, SS is
 * what a log-normal demand of mean D and deviation sigma stays below, less D,
 *
 *     w = min (sqrt (ln (1 + (sigma / D)^2)), z),  SS = D max (exp (z w - w^2 / 2) - 1, z / 4)
 *
 * which never falls as sigma or the service level rises. On a shop's real weeks the normal one falls short of what it
 * promises for the usual item and buries the seldom ones in stock. Negative and undefined terms count as 0; service
 * levels below 50 % as 50 %, as safety stock is never negative, and none is above 99.9999 %.
 */
GrBuffer
gr_buffer_compute (const GrBufferTerms *terms)
{
  double demand = not_negative (terms->demand_per_day), sd = not_negative (terms->demand_sd_per_day);
  double lead_sd = not_negative (terms->lead_time_sd_days);
  double service = isnan (terms->service_level) ? LEAST_SERVICE : terms->service_level;
  GrBuffer buffer;

  buffer.protection_days = not_negative (terms->lead_time_days) + not_negative (terms->review_period_days);
  buffer.demand_per_day = demand;
  buffer.demand = demand * buffer.protection_days;
  buffer.error_sd = sd * sqrt (buffer.protection_days);
  buffer.sigma = hypot (buffer.error_sd, demand * lead_sd);
  buffer.z = gr_normal_quantile (CLAMP (service, LEAST_SERVICE, MOST_SERVICE));
  buffer.spread = terms->is_skewed ? find_spread (&buffer) : NAN;
  buffer.safety_stock = isnan (buffer.spread) ? buffer.z * buffer.sigma : buffer.demand * find_share (&buffer);
  buffer.reorder_point = buffer.demand + buffer.safety_stock;
  return buffer;
}

/**
 * gr_buffer_fill_rate:
 * @order_qty: units ordered at a time, above 0
 *
 * The share of demand served from the shelf where @order_qty is ordered at the reorder point,
 * 1 - sigma G(z) / Q (Silver, Pyke & Thomas); never below 0.
 */
double
gr_buffer_fill_rate (const GrBuffer *buffer, double order_qty)
{
  if (!(order_qty > 0))
    return buffer->sigma > 0 ? 0 : 1;
  return MAX (0, 1 - buffer->sigma * gr_normal_loss (buffer->z) / order_qty);
}

/**
 * gr_buffer_factor_for_fill_rate:
 * @sigma: standard deviation of demand over the protection period
 * @fill_rate: the share of demand to serve from the shelf, below 1
 *
 * Returns: the safety factor z at which gr_buffer_fill_rate() is @fill_rate, from sigma G(z) = (1 - @fill_rate) Q;
 * below 0 where a lot is so large that less than the mean will do
 */
double
gr_buffer_factor_for_fill_rate (double sigma, double order_qty, double fill_rate)
{
  return gr_normal_loss_inverse ((1 - fill_rate) * order_qty / sigma);
}
