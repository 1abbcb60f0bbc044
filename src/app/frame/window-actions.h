#pragma once

#include "frame.h"

void gr_window_actions_install (GtkWidgetClass *widget_class);
void gr_window_actions_enable (GtkWidget *window, gboolean has_shop, gboolean is_free);
gboolean gr_window_actions_scan (GrFrame *frame, const char *typed);
void gr_window_actions_take_file (GrFrame *frame, const char *path);
