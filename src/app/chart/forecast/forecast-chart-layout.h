#pragma once

#include "app/chart/layers/chart-panel.h"
#include "app/chart/drawing/chart-pen.h"
#include "app/chart/drawing/chart-view.h"
#include "forecast-chart-data.h"

/**
 * GrChartMetrics:
 * @em: size of the font
 * @line_height: of a line of text
 * @measure: how wide a text is
 *
 * What a layout knows of fonts, all in pixels.
 */
typedef struct {
  double em;
  double line_height;
  GrChartMeasure measure;
  gpointer measure_data;
} GrChartMetrics;

/**
 * GrForecastChartLayout:
 * @demand: the upper panel
 * @stock: the lower panel
 * @title_y: middle of the title on paper, NaN without one
 * @demand_caption_y: middle of the line above the upper panel
 * @demand_caption_end: right edge of that line's text
 * @stock_caption_y: middle of the line above the lower panel
 * @stock_caption_end: right edge of that line's text
 * @event_y: middle of the row of event names, NaN without one
 * @receipt_y: middle of the row of receipts, NaN without one
 * @tier_y: middles of the two rows of the time axis
 * @key_y: top of the legend on paper
 *
 * Where everything lies, pixels. A plain value.
 */
typedef struct {
  GrChartPanel demand;
  GrChartPanel stock;
  double width;
  double height;
  double line_height;
  double em;
  double title_y;
  double demand_caption_y;
  double demand_caption_end;
  double stock_caption_y;
  double stock_caption_end;
  double event_y;
  double receipt_y;
  double tier_y[2];
  double key_y;
} GrForecastChartLayout;

/* The room a layout has; @key_height and @has_title for charts that stand alone. */
typedef struct {
  double width;
  double height;
  double key_height;
  gboolean has_title;
} GrChartRoom;

void gr_forecast_chart_layout_init (GrForecastChartLayout *layout, const GrForecastChartData *data,
    const GrChartView *view, const GrChartMetrics *metrics, const GrChartRoom *room);
GrChartSeries gr_forecast_chart_series (const GrForecastChartData *data, gsize offset);
int gr_forecast_chart_layout_bucket_at (const GrForecastChartLayout *layout, double x);

#define GR_FORECAST_CHART_SERIES(data, field)                                                                          \
  gr_forecast_chart_series (data, G_STRUCT_OFFSET (GrForecastChartBucket, field))
