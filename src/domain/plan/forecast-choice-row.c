#include "forecast-choice-row.h"

void
gr_forecast_choice_row_free (GrForecastChoiceRow *row)
{
  if (row == NULL)
    return;
  g_free (row->method);
  g_free (row);
}
