#pragma once

#include <glib.h>

/* What the legend can switch off. */
typedef enum {
  GR_CHART_SALES,
  GR_CHART_FORECAST,
  GR_CHART_INTERVALS,
  GR_CHART_NAIVE,
  GR_CHART_OVERRIDES,
  GR_CHART_EVENTS,
  GR_CHART_STOCK,
  GR_CHART_PROJECTED,
  GR_CHART_SAFETY_STOCK,
  GR_CHART_ORDER_UP_TO,
  GR_CHART_ON_ORDER,
  GR_CHART_SUGGESTED,
} GrChartLayer;

#define GR_N_CHART_LAYERS (GR_CHART_SUGGESTED + 1)

/**
 * GrChartView:
 *
 * What of the data is looked at: buckets @from to @to (in parts of buckets), without the layers whose bit is set in
 * @hidden, with the crosshair on bucket @cursor or nowhere (-1).
 */
typedef struct {
  double from;
  double to;
  guint hidden;
  int cursor;
} GrChartView;

GrChartView gr_chart_view_whole (int n_buckets);
void gr_chart_view_zoom (GrChartView *view, int n_buckets, double factor, double anchor);
void gr_chart_view_pan (GrChartView *view, int n_buckets, double buckets);
void gr_chart_view_move_cursor (GrChartView *view, int n_buckets, int to);

static inline gboolean
gr_chart_view_shows (const GrChartView *view, GrChartLayer layer)
{
  return !(view->hidden & (1u << layer));
}
