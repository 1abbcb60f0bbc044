#include "ets.h"

#include <math.h>

/**
 * gr_ets_resume:
 *
 * Runs @model, its weights and start as they are, over other values of the same series: its states are then those after
 * the first @n of them.
 */
void
gr_ets_resume (GrEtsModel *model, const double *y, int n)
{
  gboolean is_ratio = model->form.season == GR_ETS_MULTIPLICATIVE;

  model->n = n;
  model->level = model->start_level;
  model->trend = model->start_trend;
  for (int s = 0; s < model->period; s++)
    model->season[s] = model->start_season[s];
  for (int i = 0; i < n; i++) {
    double *season = &model->season[i % model->period];
    double q = model->level + model->phi * model->trend;
    double s = *season;
    double e = y[i] - (is_ratio ? q * s : q + s);

    model->level = q + model->alpha * (is_ratio ? e / s : e);
    model->trend = model->phi * model->trend + model->beta * (is_ratio ? e / s : e);
    *season = s + model->gamma * (is_ratio ? e / q : e);
  }
}

/* How much of the surprise @j steps before is still in the forecast: c(j) of Hyndman et al. 2008, table 6.1. */
static double
echo (const GrEtsModel *model, int j, double damped_sum)
{
  double c = model->alpha + model->beta * damped_sum;

  if (model->form.season == GR_ETS_ADDITIVE && j % model->period == 0)
    c += model->gamma;
  return c;
}

/* Relative errors: theta(h) of table 6.2, the second moment of the forecast, is built up step by step. */
static void
spread_relative (const GrEtsModel *model, int horizon, const double *bare, double *variance)
{
  gboolean is_ratio = model->form.season == GR_ETS_MULTIPLICATIVE;
  g_autofree double *theta = g_new (double, horizon + 1);
  g_autofree double *echoes = g_new (double, horizon + 1);
  double power = 1, damped_sum = 0;

  for (int h = 0; h < horizon; h++) {
    double s = is_ratio ? model->season[(model->n + h) % model->period] : 1;
    double wobble = is_ratio ? pow (1 + model->gamma * model->gamma * model->variance, h / model->period) : 1;

    theta[h] = bare[h] * bare[h];
    for (int j = 1; j <= h; j++)
      theta[h] += model->variance * echoes[j] * echoes[j] * theta[h - j];
    variance[h] = s * s * (theta[h] * (1 + model->variance) * wobble - bare[h] * bare[h]);
    power *= model->phi;
    damped_sum += power;
    echoes[h + 1 < horizon ? h + 1 : 0] = echo (model, h + 1, damped_sum);
  }
}

static void
spread_absolute (const GrEtsModel *model, int horizon, double *variance)
{
  double power = 1, damped_sum = 0, sum = 1;

  for (int h = 0; h < horizon; h++) {
    double c;

    variance[h] = model->variance * sum;
    power *= model->phi;
    damped_sum += power;
    c = echo (model, h + 1, damped_sum);
    sum += c * c;
  }
}

/**
 * gr_ets_forecast:
 * @mean: (array length=horizon): receives the forecast
 * @variance: (nullable) (array length=horizon): receives the variance of its error, by the formulas of Hyndman et al.
 * 2008, chapter 6
 */
void
gr_ets_forecast (const GrEtsModel *model, int horizon, double *mean, double *variance)
{
  g_autofree double *bare = g_new (double, horizon);
  double power = 1, damped_sum = 0;

  for (int h = 0; h < horizon; h++) {
    double s = model->season[(model->n + h) % model->period];

    power *= model->phi;
    damped_sum += power;
    bare[h] = model->level + damped_sum * model->trend;
    mean[h] = model->form.season == GR_ETS_MULTIPLICATIVE ? bare[h] * s : bare[h] + s;
  }
  if (variance == NULL)
    return;
  if (model->form.error == GR_ETS_MULTIPLICATIVE)
    spread_relative (model, horizon, model->form.season == GR_ETS_MULTIPLICATIVE ? bare : mean, variance);
  else
    spread_absolute (model, horizon, variance);
}
