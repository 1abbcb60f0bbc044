#pragma once

#include "ets-start.h"

/**
 * GrEtsSearch:
 * @at: the parameters so far, @value the objective there
 *
 * Where the search for the likeliest parameters stands.
 */
typedef struct {
  const GrEtsProblem *problem;
  double low[GR_ETS_MOST_PARAMETERS];
  double high[GR_ETS_MOST_PARAMETERS];
  double at[GR_ETS_MOST_PARAMETERS];
  double value;
  double damping;
  double least_gain;
  GrEtsSlope slope;
} GrEtsSearch;

void gr_ets_search_init (GrEtsSearch *search, GrEtsProblem *problem);
gboolean gr_ets_search_thoroughly (GrEtsSearch *search);
gboolean gr_ets_search_quickly (GrEtsSearch *search);
