#pragma once

#include "planning/theory/normal.h"

/**
 * GrBufferTerms:
 * @demand_per_day: mean demand, units a day
 * @demand_sd_per_day: its standard deviation over one day
 * @lead_time_days, @lead_time_sd_days: from order to receipt
 * @review_period_days: days between two looks at the item; 0 for continuous review
 * @service_level: share of cycles without a stock-out, 0 < p < 1
 * @is_skewed: demand can't be negative and now and then is a multiple of the usual: where it isn't steady, safety stock
 *   follows a log-normal in place of a normal distribution
 */
typedef struct {
  double demand_per_day;
  double demand_sd_per_day;
  double lead_time_days;
  double lead_time_sd_days;
  double review_period_days;
  double service_level;
  gboolean is_skewed;
} GrBufferTerms;

/**
 * GrBuffer:
 *
 * Safety stock and reorder point in units, with the numbers they come from.
 */
typedef struct {
  double protection_days; /* lead time + review period */
  double demand_per_day;
  double demand;   /* mean over the protection period */
  double error_sd; /* its standard deviation, were the lead time certain */
  double sigma;    /* and with the lead time's deviation */
  double z;        /* standard normal quantile of the service level */
  double spread;   /* deviation of the demand's logarithm; NaN where safety stock is z sigma */
  double safety_stock;
  double reorder_point;
} GrBuffer;

GrBuffer gr_buffer_compute (const GrBufferTerms *terms);
double gr_buffer_fill_rate (const GrBuffer *buffer, double order_qty);
double gr_buffer_factor_for_fill_rate (double sigma, double order_qty, double fill_rate);
