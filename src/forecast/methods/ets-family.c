#include "ets-family.h"

#include <math.h>

/* Akaike weights, drawn together: exp(-difference / 4) instead of / 2. Found by rolling origin inside the training
 * parts of M3, as was leaving out undamped trends with multiplicative errors, which run below zero. */
#define SOFTNESS 4

/* A model worth less than this is not worth carrying. */
#define LEAST_WEIGHT 0.01

static gboolean
is_trusted (GrEtsForm form)
{
  return form.error == GR_ETS_ADDITIVE || form.trend != GR_ETS_ADDITIVE;
}

static void
weigh (GrEtsFamily *family)
{
  double sum = 0;
  int kept = 0;

  for (int i = 0; i < family->n_models; i++)
    family->weights[i] = exp ((family->models[0].aicc - family->models[i].aicc) / SOFTNESS);
  for (int i = 0; i < family->n_models; i++) {
    if (family->weights[i] < LEAST_WEIGHT)
      continue;
    family->weights[kept] = family->weights[i];
    family->models[kept] = family->models[i];
    sum += family->weights[kept++];
  }
  for (int i = 0; i < kept; i++)
    family->weights[i] /= sum;
  family->n_models = kept;
}

static void
insert (GrEtsFamily *family, const GrEtsModel *model)
{
  int at = family->n_models++;

  for (; at > 0 && family->models[at - 1].aicc > model->aicc; at--)
    family->models[at] = family->models[at - 1];
  family->models[at] = *model;
}

/**
 * gr_ets_family_new:
 *
 * Fits the models that the values allow and weighs them by their AICc.
 *
 * Returns: (nullable): %NULL where there is none: fewer than five values
 */
GrEtsFamily *
gr_ets_family_new (const double *y, int n, int period)
{
  g_autoptr (GrEtsFamily) family = g_new0 (GrEtsFamily, 1);

  for (int i = 0; i < GR_ETS_N_FORMS; i++) {
    GrEtsForm form = gr_ets_form_at (i);
    GrEtsModel model;

    if (is_trusted (form) && gr_ets_is_possible (form, y, n, period) &&
        gr_ets_fit_quickly (&model, form, y, n, period) && isfinite (model.aicc))
      insert (family, &model);
  }
  if (family->n_models == 0)
    return NULL;
  weigh (family);
  return g_steal_pointer (&family);
}

/**
 * gr_ets_family_refit:
 * @n: values to fit to, fewer than @family's
 *
 * The same models with the same weights, fitted to other values of the same series: what they would have been then. A
 * model that so few values do not allow is left out.
 *
 * Returns: (nullable): %NULL where none is left
 */
GrEtsFamily *
gr_ets_family_refit (const GrEtsFamily *family, const double *y, int n, int period)
{
  g_autoptr (GrEtsFamily) refitted = g_new0 (GrEtsFamily, 1);
  double sum = 0;

  for (int i = 0; i < family->n_models; i++) {
    GrEtsForm form = family->models[i].form;
    int at = refitted->n_models;

    if (!gr_ets_is_possible (form, y, n, period) || !gr_ets_fit_quickly (&refitted->models[at], form, y, n, period))
      continue;
    refitted->weights[at] = family->weights[i];
    sum += family->weights[i];
    refitted->n_models++;
  }
  if (refitted->n_models == 0)
    return NULL;
  for (int i = 0; i < refitted->n_models; i++)
    refitted->weights[i] /= sum;
  return g_steal_pointer (&refitted);
}

void
gr_ets_family_free (GrEtsFamily *family)
{
  g_free (family);
}

/* The models' forecasts as draws with their weights: @variance comes in as the mean of squares, and leaves as the
 * variance. */
static void
settle_variance (const double *mean, int horizon, double *variance)
{
  for (int h = 0; h < horizon; h++)
    variance[h] = fmax (variance[h] - mean[h] * mean[h], 0);
}

/**
 * gr_ets_family_forecast:
 * @n: values of @y to have seen; the weights and start states stay as they were fitted
 * @variance: (nullable) (array length=horizon): receives that of the mixture of the models
 *
 * The weighted mean of the models' forecasts.
 */
void
gr_ets_family_forecast (const GrEtsFamily *family, const double *y, int n, int horizon, double *mean, double *variance)
{
  g_autofree double *one = g_new (double, horizon);
  g_autofree double *spread = g_new (double, horizon);

  for (int h = 0; h < horizon; h++)
    mean[h] = 0;
  for (int h = 0; variance != NULL && h < horizon; h++)
    variance[h] = 0;
  for (int i = 0; i < family->n_models; i++) {
    GrEtsModel model = family->models[i];

    if (n != model.n)
      gr_ets_resume (&model, y, n);
    gr_ets_forecast (&model, horizon, one, variance != NULL ? spread : NULL);
    for (int h = 0; h < horizon; h++)
      mean[h] += family->weights[i] * one[h];
    for (int h = 0; variance != NULL && h < horizon; h++)
      variance[h] += family->weights[i] * (spread[h] + one[h] * one[h]);
  }
  if (variance != NULL)
    settle_variance (mean, horizon, variance);
}
