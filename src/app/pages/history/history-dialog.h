#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_HISTORY_DIALOG (gr_history_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrHistoryDialog, gr_history_dialog, GR, HISTORY_DIALOG, AdwWindow)

void gr_history_dialog_present (GrFrame *frame);
