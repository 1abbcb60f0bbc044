#include "print-chart.h"

#include "app/chart/forecast/forecast-chart-render.h"

/* The chart is drawn on whole pixels: of which there are so many in a point, for its letters to be those of the list.
 */
#define PIXELS 1.45

/**
 * gr_print_chart_draw:
 * @place: where on the page, points
 *
 * Draws the document's chart in light colours, with its legend, as lines and letters.
 */
void
gr_print_chart_draw (const GrPrintDocument *document, cairo_t *cr, const GrChartRect *place)
{
  GrChartStyle style;
  GrForecastChartScene scene = {
      document->chart, &style, &document->view, place->width * PIXELS, place->height * PIXELS};

  gr_chart_style_init (&style, GR_CHART_LIGHT);
  style.draws_legend = TRUE;
  cairo_save (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_scale (cr, 1 / PIXELS, 1 / PIXELS);
  gr_forecast_chart_render_scene (cr, &scene, NULL);
  cairo_restore (cr);
}
