#pragma once

#include "forecast-chart-layout.h"

/* What to draw and how large. All of it is borrowed. */
typedef struct {
  const GrForecastChartData *data;
  const GrChartStyle *style;
  const GrChartView *view;
  double width;
  double height;
} GrForecastChartScene;

/* One picture being drawn on @cr. */
typedef struct {
  cairo_t *cr;
  const GrForecastChartData *data;
  const GrChartStyle *style;
  const GrChartView *view;
  GrForecastChartLayout layout;
  GrChartPen pen;
} GrForecastChartPicture;

void gr_forecast_chart_picture_init (GrForecastChartPicture *picture, cairo_t *cr, const GrForecastChartScene *scene);
void gr_forecast_chart_picture_clear (GrForecastChartPicture *picture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrForecastChartPicture, gr_forecast_chart_picture_clear)

void gr_forecast_chart_picture_grid (GrForecastChartPicture *picture, const GrChartPanel *panel);
void gr_forecast_chart_picture_clip (GrForecastChartPicture *picture, const GrChartPanel *panel);
void gr_forecast_chart_picture_line (GrForecastChartPicture *picture, GrChartLayer layer, GArray *points);
