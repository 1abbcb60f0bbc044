#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_PREFERENCES_DIALOG (gr_preferences_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrPreferencesDialog, gr_preferences_dialog, GR, PREFERENCES_DIALOG, AdwPreferencesWindow)

void gr_preferences_dialog_present (GrFrame *frame);
