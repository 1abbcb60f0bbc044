#pragma once

#include <gtk/gtk.h>

/**
 * GrWorkBar:
 *
 * Long work in sight: what it is at, how far, and a Cancel button. It shows itself only where the work takes longer
 * than a moment.
 */
#define GR_TYPE_WORK_BAR (gr_work_bar_get_type())
G_DECLARE_FINAL_TYPE (GrWorkBar, gr_work_bar, GR, WORK_BAR, GtkWidget)

GCancellable *gr_work_bar_begin (GrWorkBar *self, const char *title);
void gr_work_bar_report (GrWorkBar *self, const char *what, double fraction);
void gr_work_bar_end (GrWorkBar *self);
gboolean gr_work_bar_is_busy (GrWorkBar *self);
void gr_work_bar_cancel (GrWorkBar *self);
