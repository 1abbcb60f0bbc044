#pragma once

#include "app/chart/forecast/forecast-chart-data.h"

/* Days without stock: from @from until the day before @end. */
typedef struct {
  GrDate from;
  GrDate end;
  gboolean is_past;
} GrStockOutStretch;

GArray *gr_stock_out_stretches (const GrForecastChartData *data);
