#pragma once

#include "app/frame/application.h"

#define GR_TYPE_NEW_SHOP_DIALOG (gr_new_shop_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrNewShopDialog, gr_new_shop_dialog, GR, NEW_SHOP_DIALOG, AdwWindow)

void gr_new_shop_dialog_present (GrApplication *application, GtkWindow *parent);
