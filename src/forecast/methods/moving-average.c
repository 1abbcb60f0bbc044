#include "moving-average.h"

#include <math.h>

static const int windows[] = {3, 4, 6, 8, 12, 26};

/* Mean squared one-step error of a moving average of @window buckets over the last half of the history, for which
 * every window has had its chance. */
static double
measure_window (const double *y, int n, int window, int start)
{
  double sum = 0;
  double squares = 0;

  for (int i = start - window; i < start; i++)
    sum += y[i];
  for (int i = start; i < n; i++) {
    double error = y[i] - sum / window;

    squares += error * error;
    sum += y[i] - y[i - window];
  }
  return squares / (n - start);
}

/* The window with the least squared error; a shorter one must be better, not as good. */
static int
choose_window (const double *y, int n)
{
  int best = MIN (n, 3);
  double best_error = INFINITY;

  for (int i = (int) G_N_ELEMENTS (windows) - 1; i >= 0; i--) {
    double error;

    if (windows[i] * 2 > n)
      continue;
    error = measure_window (y, n, windows[i], n / 2);
    if (error < best_error) {
      best_error = error;
      best = windows[i];
    }
  }
  return best;
}

/**
 * gr_moving_average:
 * @window: receives how many values it looked at
 *
 * Returns: the mean of the last values, 3 to 26 of them, as many as have served best so far by squared one-step error.
 * @n at least 1. O(n).
 */
double
gr_moving_average (const double *y, int n, int *window)
{
  double sum = 0;

  *window = choose_window (y, n);
  for (int i = n - *window; i < n; i++)
    sum += y[i];
  return sum / *window;
}
