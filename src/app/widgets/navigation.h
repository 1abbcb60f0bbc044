#pragma once

#include <gtk/gtk.h>

typedef enum {
  GR_NAVIGATION_LIST, /* icon, word and count, one below the other */
  GR_NAVIGATION_RAIL, /* icons below each other */
  GR_NAVIGATION_BAR,  /* icons beside each other, a small word under each */
} GrNavigationForm;

/**
 * GrNavigation:
 *
 * The pages to choose from. Each button activates the action "win.page" with the page's id.
 *
 * Property: "form" (a #GrNavigationForm as a number, construct only).
 */
#define GR_TYPE_NAVIGATION (gr_navigation_get_type())
G_DECLARE_FINAL_TYPE (GrNavigation, gr_navigation, GR, NAVIGATION, GtkWidget)

void gr_navigation_add (GrNavigation *self, const char *id, const char *title, const char *icon_name);
void gr_navigation_set_current (GrNavigation *self, const char *id);
void gr_navigation_set_count (GrNavigation *self, const char *id, guint count);
