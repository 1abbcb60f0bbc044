#pragma once

#include "chart-plot.h"

void gr_chart_plot_input_add (GrChartPlot *plot);
