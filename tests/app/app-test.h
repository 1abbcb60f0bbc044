#pragma once

#include "shop/base/shop.h"

#include <adwaita.h>

/* What tests of widgets share: a display, the templates, a shop of a few items, and waiting. */

void app_test_init (int *argc, char ***argv);

GrShop *app_test_make_shop (int n_items);
void app_test_drop_shop (GrShop *shop);

typedef gboolean (*AppTestFunc) (gpointer data);
void app_test_wait_for (AppTestFunc is_so, gpointer data);
void app_test_settle (void);
GtkWidget *app_test_show (GtkWidget *widget, int width, int height);
void app_test_press (GtkWidget *widget, guint key);
GtkWidget *app_test_find (GtkWidget *root, GType type);
