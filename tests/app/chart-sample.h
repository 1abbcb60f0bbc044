#pragma once

#include "app/chart/forecast/forecast-chart-data.h"

GrForecastChartData *gr_chart_sample_weekly (void);
GrForecastChartData *gr_chart_sample_monthly (void);
GrForecastChartData *gr_chart_sample_stock_out (void);
GrForecastChartData *gr_chart_sample_huge (void);
GrForecastChartData *gr_chart_sample_one_point (void);
GrForecastChartData *gr_chart_sample_empty (void);
