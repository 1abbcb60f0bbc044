#include "forecast-row.h"

void
gr_forecast_row_free (GrForecastRow *row)
{
  if (row == NULL)
    return;
  g_free (row->method);
  g_free (row->points);
  g_free (row);
}

GrForecastRow *
gr_forecast_row_copy (const GrForecastRow *row)
{
  GrForecastRow *copy = g_memdup2 (row, sizeof *row);

  copy->method = g_strdup (row->method);
  copy->points = g_memdup2 (row->points, (gsize) row->n_points * sizeof *row->points);
  return copy;
}
