#include "chart-palette.h"

#include <adwaita.h>

/* The one place that asks the desktop for colours; the call has left GTK's favour since 4.10. */
static void
take_named (GtkWidget *widget, const char *name, GrChartColor *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA found;

  if (gtk_style_context_lookup_color (context, name, &found) && found.alpha > 0)
    *color = (GrChartColor){found.red, found.green, found.blue, color->alpha};
}

static void
take_font (GtkWidget *widget, GrChartStyle *style)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_family (font))
    g_strlcpy (style->font_family, pango_font_description_get_family (font), sizeof style->font_family);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  if (size > 0)
    style->font_size = size * 0.85;
}

/**
 * gr_chart_palette_read:
 * @style: (out): how a chart inside @widget should look now
 *
 * The theme's light, dark or high-contrast set, with the desktop's accent, red and surface in place of ours, and
 * the widget's font at a step below body text, so that it grows with the desktop's text size.
 */
void
gr_chart_palette_read (GtkWidget *widget, GrChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_dark = adw_style_manager_get_dark (manager);
  gboolean is_high_contrast = adw_style_manager_get_high_contrast (manager);

  if (is_high_contrast)
    gr_chart_style_init (style, is_dark ? GR_CHART_DARK_HIGH_CONTRAST : GR_CHART_LIGHT_HIGH_CONTRAST);
  else
    gr_chart_style_init (style, is_dark ? GR_CHART_DARK : GR_CHART_LIGHT);
  take_named (widget, "popover_bg_color", &style->surface);
  if (!is_high_contrast) {
    take_named (widget, "accent_color", &style->plan);
    take_named (widget, "error_color", &style->alert);
    take_named (widget, "window_fg_color", &style->text);
  }
  take_font (widget, style);
  style->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}
