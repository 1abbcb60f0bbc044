#pragma once

#include "print-document.h"

#include "app/chart/layers/chart-panel.h"

#include <cairo.h>

void gr_print_chart_draw (const GrPrintDocument *document, cairo_t *cr, const GrChartRect *place);
