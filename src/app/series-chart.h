#pragma once

#include "chart/forecast-chart-data.h"

#include "shop/item-series.h"

GrForecastChartData *gr_series_chart_data (const GrItemSeries *series);
