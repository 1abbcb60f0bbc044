#pragma once

#include "app/frame/frame.h"

gboolean gr_history_paper_print (GrFrame *frame, GtkWindow *parent, const char *words);
