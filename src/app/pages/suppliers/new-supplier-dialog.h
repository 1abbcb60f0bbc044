#pragma once

#include "app/frame/frame.h"

#define GR_TYPE_NEW_SUPPLIER_DIALOG (gr_new_supplier_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrNewSupplierDialog, gr_new_supplier_dialog, GR, NEW_SUPPLIER_DIALOG, AdwWindow)

void gr_new_supplier_dialog_present (GrFrame *frame);
