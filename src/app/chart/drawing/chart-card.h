#pragma once

#include "app/chart/forecast/forecast-chart-picture.h"

typedef struct {
  char *name;
  char *value;
} GrChartCardRow;

GPtrArray *gr_chart_card_rows (const GrForecastChartData *data, int index);
char *gr_chart_card_text (const GrForecastChartData *data, int index);
void gr_chart_card_draw (GrForecastChartPicture *picture);
