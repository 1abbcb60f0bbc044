#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

void gr_window_status_show (GtkLabel *label, GrShop *shop);
