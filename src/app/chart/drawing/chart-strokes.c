#include "chart-strokes.h"

/**
 * gr_chart_stroke_of:
 *
 * Returns: the line that @layer is drawn with, in the chart and in its legend
 */
GrChartStroke
gr_chart_stroke_of (const GrChartStyle *style, GrChartLayer layer)
{
  double thin = style->is_high_contrast ? 1.6 : 1.2, thick = style->is_high_contrast ? 2.6 : 2.0;

  switch (layer) {
  case GR_CHART_FORECAST:
    return (GrChartStroke){style->plan, thick, GR_CHART_SOLID};
  case GR_CHART_NAIVE:
    return (GrChartStroke){style->dim_text, thin * 1.2, GR_CHART_DOTTED};
  case GR_CHART_STOCK:
    return (GrChartStroke){style->text, thick * 0.9, GR_CHART_SOLID, TRUE};
  case GR_CHART_PROJECTED:
    return (GrChartStroke){style->plan, thick, GR_CHART_DASHED, TRUE};
  case GR_CHART_SAFETY_STOCK:
    return (GrChartStroke){style->act, thin, GR_CHART_SOLID, TRUE};
  case GR_CHART_ORDER_UP_TO:
    return (GrChartStroke){style->fact, thin, GR_CHART_SOLID, TRUE};
  default:
    return (GrChartStroke){style->text, thin, GR_CHART_SOLID};
  }
}

/**
 * gr_chart_stroke_bar:
 *
 * Returns: the colour of sales bars
 */
GrChartColor
gr_chart_stroke_bar (const GrChartStyle *style)
{
  return gr_chart_color_with_alpha (style->fact, style->is_high_contrast ? 1 : 0.8);
}

/**
 * gr_chart_stroke_band:
 * @percent: 80 or 95
 *
 * Returns: the colour of an interval; the narrower lies on the wider
 */
GrChartColor
gr_chart_stroke_band (const GrChartStyle *style, int percent)
{
  double alpha = percent == 95 ? 0.16 : 0.22;

  return gr_chart_color_with_alpha (style->plan, style->is_high_contrast ? alpha * 1.4 : alpha);
}
