#include "naive.h"

/**
 * gr_naive_forecast:
 *
 * The seasonal naive: what the same bucket of the last season was; the last value where there is no season, or no
 * whole one yet. @back receives how many buckets it looked back. @n at least 1.
 */
void
gr_naive_forecast (const double *y, int n, int period, int horizon, double *mean, int *back)
{
  *back = n >= period ? period : 1;
  for (int h = 0; h < horizon; h++)
    mean[h] = y[n - *back + h % *back];
}
