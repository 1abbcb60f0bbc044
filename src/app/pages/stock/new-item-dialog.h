#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_NEW_ITEM_DIALOG (gr_new_item_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrNewItemDialog, gr_new_item_dialog, GR, NEW_ITEM_DIALOG, AdwWindow)

void gr_new_item_dialog_present (GrFrame *frame);
