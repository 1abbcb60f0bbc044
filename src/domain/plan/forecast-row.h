#pragma once

#include "domain/base/date.h"

/* @cumulative_sd: of the error of the sum of the steps up to and with this one. */
typedef struct {
  double mean, lo80, hi80, lo95, hi95, naive, cumulative_sd;
} GrForecastPoint;

/**
 * GrForecastRow:
 *
 * An item's saved forecast: @points buckets of @grain from @starts_on. @wape, @naive_wape and @mae are of the
 * @n_origins past forecasts of one step that it was judged by; NaN where unknown.
 * @fingerprint tells what it was made from, so that the same need not be made again.
 */
typedef struct {
  gint64 item_id;
  GrGrain grain;
  GrDate starts_on;
  char *method;
  double error_sd;
  double bias;
  double wape;
  double naive_wape;
  double mae;
  int n_origins;
  int n_history;
  gint64 fingerprint;
  int n_points;
  GrForecastPoint *points;
} GrForecastRow;

GrForecastRow *gr_forecast_row_copy (const GrForecastRow *row);
void gr_forecast_row_free (GrForecastRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrForecastRow, gr_forecast_row_free)
