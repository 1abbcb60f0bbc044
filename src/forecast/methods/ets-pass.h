#pragma once

#include "ets.h"

/* A perfect fit has no likelihood; this is as perfect as it gets, in the scale of series of size 1. */
#define GR_ETS_LEAST_SQUARES 1e-26

/* Forecasts and seasons of multiplicative models stay above this. */
#define GR_ETS_LEAST_POSITIVE 1e-8

/**
 * GrEtsLayout:
 *
 * Where each parameter stands in the vector; -1 where the model has none. @width is @count rounded up to whole vectors.
 */
typedef struct {
  int alpha, beta, gamma, phi, level, trend, season;
  int count;
  int width;
} GrEtsLayout;

/**
 * GrEtsProblem:
 * @beta's parameter is beta / alpha, @gamma's gamma / (1 - alpha): both live in 0..1 whatever alpha is
 *
 * What is fitted to what. A seasonal model's level is fixed at @level, its seasons being free: the same family with no
 * direction in which nothing changes.
 */
typedef struct {
  GrEtsForm form;
  GrEtsLayout layout;
  const double *y;
  int n;
  int period;
  double level;
} GrEtsProblem;

typedef struct {
  double alpha, beta, gamma, phi;
} GrEtsWeights;

/* States at some point of the pass. */
typedef struct {
  double level, trend;
  double season[GR_ETS_LONGEST_SEASON];
} GrEtsState;

/**
 * GrEtsSlope:
 *
 * First derivatives of the objective and the Gauss-Newton part of the second, the latter in rows of
 * GR_ETS_MOST_PARAMETERS of which the lower triangle is good.
 */
typedef struct {
  double gradient[GR_ETS_MOST_PARAMETERS];
  double hessian[GR_ETS_MOST_PARAMETERS * GR_ETS_MOST_PARAMETERS];
} GrEtsSlope;

void gr_ets_problem_init (GrEtsProblem *problem, GrEtsForm form, const double *y, int n, int period);
GrEtsWeights gr_ets_read_weights (const GrEtsProblem *problem, const double *parameters);
void gr_ets_read_state (const GrEtsProblem *problem, const double *parameters, GrEtsState *state);
double gr_ets_pass_value (const GrEtsProblem *problem, const double *parameters, GrEtsState *end, double *squares);
void gr_ets_pass_slope (const GrEtsProblem *problem, const double *parameters, GrEtsSlope *slope);
