#include "chart-pen.h"

#include <math.h>

static PangoFontDescription *
make_font (const GrChartStyle *style, PangoWeight weight, double scale)
{
  PangoFontDescription *font = pango_font_description_new();

  pango_font_description_set_family (font, style->font_family);
  pango_font_description_set_absolute_size (font, style->font_size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  return font;
}

/**
 * gr_chart_pen_init:
 *
 * Sets up @pen for one picture on @cr; @style must outlive it.
 */
void
gr_chart_pen_init (GrChartPen *pen, cairo_t *cr, const GrChartStyle *style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new();
  int height;

  pen->cr = cr;
  pen->style = style;
  pen->layout = pango_cairo_create_layout (cr);
  pen->fonts[GR_CHART_PLAIN] = make_font (style, PANGO_WEIGHT_NORMAL, 1);
  pen->fonts[GR_CHART_BOLD] = make_font (style, PANGO_WEIGHT_BOLD, 1);
  pen->fonts[GR_CHART_TITLE] = make_font (style, PANGO_WEIGHT_BOLD, 1.25);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (pen->layout, attributes);
  pango_layout_set_single_paragraph_mode (pen->layout, TRUE);
  pango_layout_set_font_description (pen->layout, pen->fonts[GR_CHART_PLAIN]);
  pango_layout_set_text (pen->layout, "0", 1);
  pango_layout_get_pixel_size (pen->layout, NULL, &height);
  pen->line_height = height;
}

/**
 * gr_chart_pen_clear:
 */
void
gr_chart_pen_clear (GrChartPen *pen)
{
  g_clear_object (&pen->layout);
  for (guint i = 0; i < G_N_ELEMENTS (pen->fonts); i++)
    g_clear_pointer (&pen->fonts[i], pango_font_description_free);
}

static void
set_text (GrChartPen *pen, const char *text, GrChartWeight weight)
{
  pango_layout_set_font_description (pen->layout, pen->fonts[weight]);
  pango_layout_set_text (pen->layout, text, -1);
}

/**
 * gr_chart_pen_width:
 *
 * Returns: the width of @text, pixels
 */
double
gr_chart_pen_width (GrChartPen *pen, const char *text, GrChartWeight weight)
{
  int width;

  set_text (pen, text, weight);
  pango_layout_get_size (pen->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * gr_chart_pen_measure:
 * @pen: a #GrChartPen
 *
 * gr_chart_pen_width() of plain text as a #GrChartMeasure.
 */
double
gr_chart_pen_measure (const char *text, gpointer pen)
{
  return gr_chart_pen_width (pen, text, GR_CHART_PLAIN);
}

/**
 * gr_chart_pen_text:
 * @x: left edge, middle or right edge, as @align says
 * @y: middle of the line
 *
 * Draws @text in the current colour, on whole pixels.
 */
void
gr_chart_pen_text (GrChartPen *pen, const char *text, double x, double y, GrChartAlign align, GrChartWeight weight)
{
  double width = gr_chart_pen_width (pen, text, weight);

  if (align == GR_CHART_CENTRE)
    x -= width / 2;
  else if (align == GR_CHART_RIGHT)
    x -= width;
  cairo_move_to (pen->cr, round (x), round (y - pen->line_height * (weight == GR_CHART_TITLE ? 1.25 : 1) / 2));
  pango_cairo_show_layout (pen->cr, pen->layout);
}

/**
 * gr_chart_pen_text_within:
 * @x: left edge
 * @y: middle of the line
 * @width: an ellipsis takes the place of what does not fit
 */
void
gr_chart_pen_text_within (GrChartPen *pen, const char *text, double x, double y, double width)
{
  set_text (pen, text, GR_CHART_PLAIN);
  pango_layout_set_width (pen->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (pen->cr, round (x), round (y - pen->line_height / 2));
  pango_cairo_show_layout (pen->cr, pen->layout);
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (pen->layout, -1);
}

/**
 * gr_chart_pen_rounded:
 *
 * Adds a rectangle with round corners to the path of @cr.
 */
void
gr_chart_pen_rounded (cairo_t *cr, const GrChartRect *rect, double radius)
{
  double right = rect->x + rect->width - radius, bottom = rect->y + rect->height - radius;
  double left = rect->x + radius, top = rect->y + radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, top, radius, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, radius, 0, G_PI_2);
  cairo_arc (cr, left, bottom, radius, G_PI_2, G_PI);
  cairo_arc (cr, left, top, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}
