#include "smoothing.h"

#include <math.h>

/* One pass of a damped-trend recursion with start values solved for, not guessed: the one-step errors are linear in
 * level and trend at the start, so that least squares gives them in closed form. */
typedef struct {
  double alpha, beta, phi;
  double level, trend; /* at the end */
  double squares;      /* sum of squared one-step errors */
} Pass;

/* Errors are e(t) = e0(t) - w(t)·(l0, b0); each of the three columns runs through the same recursion. */
typedef struct {
  double level, trend;
} State;

static double
advance (State *state, const Pass *pass, double y)
{
  double ahead = state->level + pass->phi * state->trend;
  double error = y - ahead;

  state->level = ahead + pass->alpha * error;
  state->trend = pass->phi * state->trend + pass->beta * error;
  return error;
}

/* Solves the 2 x 2 normal equations; a trend that can't be told from the level is 0. */
static void
solve_start (const double m[3], const double v[2], double *level, double *trend)
{
  double determinant = m[0] * m[2] - m[1] * m[1];

  if (determinant > 1e-12 * m[0] * m[2]) {
    *level = (v[0] * m[2] - v[1] * m[1]) / determinant;
    *trend = (v[1] * m[0] - v[0] * m[1]) / determinant;
  } else {
    *level = m[0] > 0 ? v[0] / m[0] : 0;
    *trend = 0;
  }
}

static void
run_damped (Pass *pass, const double *y, int n)
{
  State base = {0, 0};
  State by_level = {1, 0};
  State by_trend = {0, 1};
  double m[3] = {0, 0, 0};
  double v[2] = {0, 0};
  double total = 0;
  double level, trend;

  for (int i = 0; i < n; i++) {
    double e = advance (&base, pass, y[i]);
    double wl = -advance (&by_level, pass, 0);
    double wb = -advance (&by_trend, pass, 0);

    m[0] += wl * wl;
    m[1] += wl * wb;
    m[2] += wb * wb;
    v[0] += wl * e;
    v[1] += wb * e;
    total += e * e;
  }
  solve_start (m, v, &level, &trend);
  pass->level = base.level + level * by_level.level + trend * by_trend.level;
  pass->trend = base.trend + level * by_level.trend + trend * by_trend.trend;
  pass->squares = total - 2 * (level * v[0] + trend * v[1]) + level * level * m[0] + 2 * level * trend * m[1] +
                  trend * trend * m[2];
}

static void
run_ses (Pass *pass, const double *y, int n)
{
  double keep = 1 - pass->alpha;
  double level = 0;
  double weight = 1;
  double total = 0, ww = 0, we = 0;
  double start;

  for (int i = 0; i < n; i++) {
    double e = y[i] - level;

    total += e * e;
    ww += weight * weight;
    we += weight * e;
    level += pass->alpha * e;
    weight *= keep;
  }
  start = ww > 0 ? we / ww : 0;
  pass->level = level + start * weight;
  pass->trend = 0;
  pass->squares = total - start * we;
}

/**
 * gr_smoothing_forecast_ses:
 *
 * Simple exponential smoothing, its weight by least squares over a grid that is refined twice, its start value in
 * closed form.
 * @n at least 1. Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 8.1. O(n).
 */
void
gr_smoothing_forecast_ses (const double *y, int n, int horizon, double *mean, GrFit *fit)
{
  Pass best = {.squares = INFINITY};
  double centre = 0.4;
  double step = 0.1;

  for (int round = 0; round < 3; round++, step /= 4) {
    for (int i = -4; i <= 4; i++) {
      Pass pass = {.alpha = CLAMP (centre + i * step, 0.01, 0.99), .phi = 1};

      run_ses (&pass, y, n);
      if (pass.squares < best.squares)
        best = pass;
    }
    centre = best.alpha;
  }
  fit->alpha = best.alpha;
  fit->level = best.level;
  for (int h = 0; h < horizon; h++)
    mean[h] = best.level;
}

/**
 * gr_smoothing_forecast_damped:
 *
 * Damped additive trend: level + trend·(phi + phi² + …). Parameters by least squares over a grid. @n at least 1.
 * Source: Gardner & McKenzie 1985; Hyndman & Athanasopoulos, 8.2. O(n).
 */
void
gr_smoothing_forecast_damped (const double *y, int n, int horizon, double *mean, GrFit *fit)
{
  static const double alphas[] = {0.02, 0.1, 0.25, 0.5, 0.9};
  static const double shares[] = {0.01, 0.15, 0.5}; /* beta as a share of alpha */
  static const double phis[] = {0.85, 0.97};
  Pass best = {.squares = INFINITY};
  double sum = 0;
  double power = 1;

  for (gsize a = 0; a < G_N_ELEMENTS (alphas); a++) {
    for (gsize b = 0; b < G_N_ELEMENTS (shares); b++) {
      for (gsize p = 0; p < G_N_ELEMENTS (phis); p++) {
        Pass pass = {.alpha = alphas[a], .beta = alphas[a] * shares[b], .phi = phis[p]};

        run_damped (&pass, y, n);
        if (pass.squares < best.squares)
          best = pass;
      }
    }
  }
  fit->alpha = best.alpha;
  fit->beta = best.beta;
  fit->phi = best.phi;
  fit->level = best.level;
  fit->trend = best.trend;
  for (int h = 0; h < horizon; h++) {
    power *= best.phi;
    sum += power;
    mean[h] = best.level + sum * best.trend;
  }
}
