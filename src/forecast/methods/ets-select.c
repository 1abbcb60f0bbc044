#include "ets.h"

#include <math.h>
#include <string.h>

static const struct {
  const char *name;
  GrEtsForm form;
} forms[GR_ETS_N_FORMS] = {
    {"ANN", {GR_ETS_ADDITIVE, GR_ETS_NONE, GR_ETS_NONE}},
    {"MNN", {GR_ETS_MULTIPLICATIVE, GR_ETS_NONE, GR_ETS_NONE}},
    {"AAN", {GR_ETS_ADDITIVE, GR_ETS_ADDITIVE, GR_ETS_NONE}},
    {"MAN", {GR_ETS_MULTIPLICATIVE, GR_ETS_ADDITIVE, GR_ETS_NONE}},
    {"AAdN", {GR_ETS_ADDITIVE, GR_ETS_DAMPED, GR_ETS_NONE}},
    {"MAdN", {GR_ETS_MULTIPLICATIVE, GR_ETS_DAMPED, GR_ETS_NONE}},
    {"ANA", {GR_ETS_ADDITIVE, GR_ETS_NONE, GR_ETS_ADDITIVE}},
    {"MNA", {GR_ETS_MULTIPLICATIVE, GR_ETS_NONE, GR_ETS_ADDITIVE}},
    {"MNM", {GR_ETS_MULTIPLICATIVE, GR_ETS_NONE, GR_ETS_MULTIPLICATIVE}},
    {"AAA", {GR_ETS_ADDITIVE, GR_ETS_ADDITIVE, GR_ETS_ADDITIVE}},
    {"MAA", {GR_ETS_MULTIPLICATIVE, GR_ETS_ADDITIVE, GR_ETS_ADDITIVE}},
    {"MAM", {GR_ETS_MULTIPLICATIVE, GR_ETS_ADDITIVE, GR_ETS_MULTIPLICATIVE}},
    {"AAdA", {GR_ETS_ADDITIVE, GR_ETS_DAMPED, GR_ETS_ADDITIVE}},
    {"MAdA", {GR_ETS_MULTIPLICATIVE, GR_ETS_DAMPED, GR_ETS_ADDITIVE}},
    {"MAdM", {GR_ETS_MULTIPLICATIVE, GR_ETS_DAMPED, GR_ETS_MULTIPLICATIVE}},
};

/* A quick fit is rarely further than this from the best; one that is has lost. */
#define SCREEN 3

/**
 * gr_ets_form_from_name:
 *
 * Reads a name as in the literature: error, trend, season, "AAdN".
 */
gboolean
gr_ets_form_from_name (const char *name, GrEtsForm *form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (strcmp (forms[i].name, name) == 0) {
      *form = forms[i].form;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * gr_ets_form_name:
 *
 * Returns: the form's name, "AAdN"
 */
const char *
gr_ets_form_name (GrEtsForm form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].form.error == form.error && forms[i].form.trend == form.trend && forms[i].form.season == form.season)
      return forms[i].name;
  return "";
}

/**
 * gr_ets_form_at:
 *
 * Returns: the @i-th of the %GR_ETS_N_FORMS forms, simple ones first
 */
GrEtsForm
gr_ets_form_at (int i)
{
  return forms[i].form;
}

/**
 * gr_ets_is_possible:
 *
 * Whether the values allow a model: two seasons for seasonal ones, nothing but positive values for multiplicative
 * errors.
 */
gboolean
gr_ets_is_possible (GrEtsForm form, const double *y, int n, int period)
{
  if (form.season != GR_ETS_NONE && (period < 2 || period > GR_ETS_LONGEST_SEASON || n < 2 * period))
    return FALSE;
  if (form.error == GR_ETS_MULTIPLICATIVE)
    for (int i = 0; i < n; i++)
      if (!(y[i] > 0))
        return FALSE;
  return TRUE;
}

/**
 * gr_ets_select:
 *
 * Fits every model that the values allow, quickly, then those that could still win to the end, and takes the one with
 * the least AICc.
 *
 * Returns: %FALSE where no model could be fitted: fewer than five values
 */
gboolean
gr_ets_select (GrEtsModel *model, const double *y, int n, int period)
{
  double screened[GR_ETS_N_FORMS];
  double best = INFINITY;
  gboolean is_found = FALSE;

  for (int i = 0; i < GR_ETS_N_FORMS; i++) {
    GrEtsModel candidate;

    screened[i] = INFINITY;
    if (gr_ets_is_possible (forms[i].form, y, n, period) &&
        gr_ets_fit_quickly (&candidate, forms[i].form, y, n, period))
      screened[i] = candidate.aicc;
    best = fmin (best, screened[i]);
  }
  for (int i = 0; i < GR_ETS_N_FORMS; i++) {
    GrEtsModel candidate;

    if (!isfinite (screened[i]) || screened[i] > best + SCREEN || !gr_ets_fit (&candidate, forms[i].form, y, n, period))
      continue;
    if (!is_found || candidate.aicc < model->aicc)
      *model = candidate;
    is_found = TRUE;
  }
  return is_found;
}
