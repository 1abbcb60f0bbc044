#include "text-scale.h"

/**
 * gr_text_scale:
 *
 * Returns: how large text is set, 1 being 100 %; what is measured in pixels of text grows with it
 */
double
gr_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 0.5, 4.0) : 1;
}
