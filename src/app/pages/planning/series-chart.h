#pragma once

#include "app/chart/forecast/forecast-chart-data.h"

#include "shop/forecasting/read-series.h"

GrForecastChartData *gr_series_chart_data (const GrItemSeries *series);
