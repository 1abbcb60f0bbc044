#pragma once

#include "shop/forecasting/read-series.h"

#include <gtk/gtk.h>

/**
 * GrSeriesView:
 *
 * The chart of forecast against stock, by months or weeks, and under it the same numbers.
 *
 * Signal: "grain-changed": somebody asks for the other buckets.
 */
#define GR_TYPE_SERIES_VIEW (gr_series_view_get_type())
G_DECLARE_FINAL_TYPE (GrSeriesView, gr_series_view, GR, SERIES_VIEW, GtkWidget)

GrGrain gr_series_view_get_grain (GrSeriesView *self);
void gr_series_view_show (GrSeriesView *self, const GrItemSeries *series);
void gr_series_view_set_note (GrSeriesView *self, const char *note);
