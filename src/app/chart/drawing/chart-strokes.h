#pragma once

#include "chart-style.h"
#include "chart-view.h"
#include "app/chart/layers/line-layer.h"

GrChartStroke gr_chart_stroke_of (const GrChartStyle *style, GrChartLayer layer);
GrChartColor gr_chart_stroke_bar (const GrChartStyle *style);
GrChartColor gr_chart_stroke_band (const GrChartStyle *style, int percent);
