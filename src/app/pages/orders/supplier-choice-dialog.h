#pragma once

#include "app/frame/frame.h"

typedef void (*GrSupplierChosen) (GrFrame *frame, gint64 supplier_id);

#define GR_TYPE_SUPPLIER_CHOICE_DIALOG (gr_supplier_choice_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrSupplierChoiceDialog, gr_supplier_choice_dialog, GR, SUPPLIER_CHOICE_DIALOG, AdwWindow)

void gr_supplier_choice_dialog_present (GrFrame *frame, GrSupplierChosen chosen);
