#pragma once

#include "app/chart/drawing/chart-style.h"

#include <gtk/gtk.h>

void gr_chart_palette_read (GtkWidget *widget, GrChartStyle *style);
