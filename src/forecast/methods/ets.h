#pragma once

#include <glib.h>

/* Longer seasons have too many states to estimate; they are taken out of the series before. */
#define GR_ETS_LONGEST_SEASON 24

#define GR_ETS_N_FORMS 15

/* Smoothing weights, start level, start trend, start season; rounded up to whole vectors. */
#define GR_ETS_MOST_PARAMETERS 32

typedef enum {
  GR_ETS_NONE,
  GR_ETS_ADDITIVE,
  GR_ETS_DAMPED,
  GR_ETS_MULTIPLICATIVE,
} GrEtsComponent;

/**
 * GrEtsForm:
 * @error: additive or multiplicative
 * @trend: none, additive or damped
 * @season: none, additive or multiplicative, the latter with multiplicative errors only
 *
 * One of the 15 admissible members of the family without multiplicative trends.
 */
typedef struct {
  GrEtsComponent error, trend, season;
} GrEtsForm;

/**
 * GrEtsModel:
 *
 * A fitted model: weights, states before the first value and after the last. @season and @start_season hold at index i
 * the season of values i, i + period, ...; @variance is that of the (relative, for multiplicative) one-step errors.
 */
typedef struct {
  GrEtsForm form;
  int period;
  int n;
  int n_parameters; /* as AIC counts them, the variance included */
  double alpha, beta, gamma, phi;
  double start_level, start_trend;
  double start_season[GR_ETS_LONGEST_SEASON];
  double level, trend;
  double season[GR_ETS_LONGEST_SEASON];
  double variance;
  double log_likelihood;
  double aicc;
} GrEtsModel;

gboolean gr_ets_fit (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period);
gboolean gr_ets_fit_quickly (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period);
gboolean gr_ets_select (GrEtsModel *model, const double *y, int n, int period);
void gr_ets_resume (GrEtsModel *model, const double *y, int n);
void gr_ets_forecast (const GrEtsModel *model, int horizon, double *mean, double *variance);
const char *gr_ets_form_name (GrEtsForm form);
GrEtsForm gr_ets_form_at (int i);
gboolean gr_ets_is_possible (GrEtsForm form, const double *y, int n, int period);
gboolean gr_ets_form_from_name (const char *name, GrEtsForm *form);
