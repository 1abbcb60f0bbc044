#include "forecast-method.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} methods[GR_N_METHODS] = {
    [GR_METHOD_AUTOMATIC] = {"automatic", N_ ("Automatic")},
    [GR_METHOD_SEASONAL_NAIVE] = {"seasonal-naive", N_ ("Same as last year")},
    [GR_METHOD_MOVING_AVERAGE] = {"moving-average", N_ ("Moving average")},
    [GR_METHOD_SES] = {"ses", N_ ("Exponential smoothing")},
    [GR_METHOD_DAMPED_TREND] = {"damped-trend", N_ ("Damped trend")},
    [GR_METHOD_ZERO] = {"zero", N_ ("No more sales expected")},
    [GR_METHOD_DRIFT] = {"drift", N_ ("Straight line from first to last")},
    [GR_METHOD_HOLT] = {"holt", N_ ("Linear trend")},
    [GR_METHOD_COMB] = {"comb", N_ ("Average of level, trend and damped trend")},
    [GR_METHOD_THETA] = {"theta", N_ ("Theta")},
    [GR_METHOD_DOTM] = {"dotm", N_ ("Optimised Theta")},
    [GR_METHOD_LOG_DOTM] = {"log-dotm", N_ ("Optimised Theta on logarithms")},
    [GR_METHOD_ETS] = {"ets", N_ ("Best model of level, trend and season")},
    [GR_METHOD_ETS_AVERAGE] = {"ets-average", N_ ("Average of models of level, trend and season")},
    [GR_METHOD_COMBINATION] = {"combination", N_ ("Combination")},
    [GR_METHOD_CROSTON] = {"croston", N_ ("Rare sales (Croston)")},
    [GR_METHOD_SBA] = {"sba", N_ ("Rare sales, corrected (SBA)")},
    [GR_METHOD_TSB] = {"tsb", N_ ("Chance and size of a sale (TSB)")},
    [GR_METHOD_CAPPED_AVERAGE] = {"capped-average", N_ ("Average without bulk orders")},
};

/**
 * gr_forecast_method_id:
 *
 * Returns: the word that the file and the terminal use.
 */
const char *
gr_forecast_method_id (GrForecastMethod method)
{
  return methods[method].id;
}

/**
 * gr_forecast_method_title:
 *
 * Returns: the method's name for people, translated.
 */
const char *
gr_forecast_method_title (GrForecastMethod method)
{
  return _ (methods[method].title);
}

/**
 * gr_forecast_method_from_id:
 *
 * Returns: %FALSE where no method has that id; @out is then untouched.
 */
gboolean
gr_forecast_method_from_id (const char *id, GrForecastMethod *out)
{
  for (int i = 0; i < GR_N_METHODS; i++) {
    if (g_strcmp0 (methods[i].id, id) == 0) {
      *out = (GrForecastMethod) i;
      return TRUE;
    }
  }
  return FALSE;
}
