#pragma once

#include <glib.h>

/* The ways a series can be forecast; the order is frozen, files name them by gr_forecast_method_id(). */
typedef enum {
  GR_METHOD_AUTOMATIC,
  GR_METHOD_SEASONAL_NAIVE,
  GR_METHOD_MOVING_AVERAGE,
  GR_METHOD_SES,
  GR_METHOD_DAMPED_TREND,
  GR_METHOD_ZERO, /* an item that died, or never sold */
  GR_METHOD_DRIFT,
  GR_METHOD_HOLT,
  GR_METHOD_COMB, /* the mean of SES, Holt and damped trend */
  GR_METHOD_THETA,
  GR_METHOD_DOTM,        /* dynamic optimised Theta */
  GR_METHOD_LOG_DOTM,    /* the same of the logarithms */
  GR_METHOD_ETS,         /* the best of the family */
  GR_METHOD_ETS_AVERAGE, /* the whole family, weighted */
  GR_METHOD_COMBINATION, /* the default for regular demand */
  GR_METHOD_CROSTON,
  GR_METHOD_SBA,
  GR_METHOD_TSB,
  GR_METHOD_CAPPED_AVERAGE, /* the default for seldom demand */
} GrForecastMethod;

#define GR_N_METHODS (GR_METHOD_CAPPED_AVERAGE + 1)

const char *gr_forecast_method_id (GrForecastMethod method);
const char *gr_forecast_method_title (GrForecastMethod method);
gboolean gr_forecast_method_from_id (const char *id, GrForecastMethod *out);
