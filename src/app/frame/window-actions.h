#pragma once

#include "window.h"

void gr_window_actions_install (GtkWidgetClass *widget_class);
void gr_window_actions_update (GrWindow *window);
void gr_window_actions_scan (GrWindow *window, GtkEditable *entry);
void gr_window_actions_take_file (GrWindow *window, const char *path);
