#pragma once

#include "chart-plot.h"

void gr_chart_plot_keys_add (GrChartPlot *plot);
