#pragma once

#include "forecast-chart-data.h"

char *gr_chart_sentence_label (const GrForecastChartData *data);
char *gr_chart_sentence_description (const GrForecastChartData *data);
