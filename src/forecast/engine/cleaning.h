#pragma once

#include "series.h"

/**
 * GrCleaning:
 * @low, @high: (array length=n): the range in which a value is usual, given its neighbours and its season
 * @is_outlier: (array length=n): whether a value lies outside
 *
 * What stands out of a series. Nothing is changed; forecasts that clean take the nearer end of the range.
 */
typedef struct {
  int n;
  double *low;
  double *high;
  gboolean *is_outlier;
  int n_outliers;
} GrCleaning;

GrCleaning *gr_cleaning_new (const double *y, int n, int period);
void gr_cleaning_free (GrCleaning *cleaning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCleaning, gr_cleaning_free)
