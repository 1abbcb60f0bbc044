#pragma once

#include <adwaita.h>

#define GR_TYPE_NEW_SHOP_DIALOG (gr_new_shop_dialog_get_type())
G_DECLARE_FINAL_TYPE (GrNewShopDialog, gr_new_shop_dialog, GR, NEW_SHOP_DIALOG, AdwWindow)

/* Makes the shop. */
typedef void (*GrNewShopWanted) (const char *path, const char *name, const char *currency, gpointer data);

void gr_new_shop_dialog_present (GtkWindow *parent, GrNewShopWanted wanted, gpointer data);
