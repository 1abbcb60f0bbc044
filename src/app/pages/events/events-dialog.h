#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_EVENTS_DIALOG (gr_events_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrEventsDialog, gr_events_dialog, GR, EVENTS_DIALOG, AdwWindow)

void gr_events_dialog_present (GrFrame *frame);
