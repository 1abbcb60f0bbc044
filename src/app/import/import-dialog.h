#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_IMPORT_DIALOG (gr_import_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrImportDialog, gr_import_dialog, GR, IMPORT_DIALOG, AdwWindow)

void gr_import_dialog_present (GrFrame *frame, const char *path);
void gr_import_dialog_choose (GrFrame *frame);
