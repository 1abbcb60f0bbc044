#pragma once

#include "frame.h"

/**
 * GrWindow:
 *
 * The frame of one shop: navigation, header bar, status line and the pages.
 */
#define GR_TYPE_WINDOW (gr_window_get_type())
G_DECLARE_FINAL_TYPE (GrWindow, gr_window, GR, WINDOW, AdwApplicationWindow)

GrWindow *gr_window_new (GtkApplication *application, GrSettings *settings);
void gr_window_set_shop (GrWindow *self, GrShop *shop);

void gr_window_close_for_good (GrWindow *self);
gboolean gr_window_begin_work (GrWindow *self, const char *title, GCancellable **cancellable);
void gr_window_end_work (GrWindow *self);
