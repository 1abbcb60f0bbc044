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
