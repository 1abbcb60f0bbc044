#pragma once

#include "window.h"

#include "page-header.h"
#include "app/widgets/work-bar.h"

/* Between the files that the window is made of. */
GrWorkBar *gr_window_get_work_bar (GrWindow *self);
GrPageHeader *gr_window_get_header (GrWindow *self);
void gr_window_close_if_wanted (GrWindow *self);
