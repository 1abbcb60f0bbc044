#pragma once

#include <gtk/gtk.h>

/**
 * GrBanner:
 *
 * A line across the window with something the owner should know, and a button to do something about it.
 *
 * Signal: "pressed": the button was.
 */
#define GR_TYPE_BANNER (gr_banner_get_type())
G_DECLARE_FINAL_TYPE (GrBanner, gr_banner, GR, BANNER, GtkWidget)

void gr_banner_show_text (GrBanner *self, const char *text, const char *button_label);
void gr_banner_hide (GrBanner *self);
