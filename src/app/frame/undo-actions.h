#pragma once

#include "frame.h"

void gr_undo_actions_install (GtkWidgetClass *widget_class);
