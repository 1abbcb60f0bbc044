#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/* A drop-down of all families and each one; @ids are those behind "all", as gr_family_choice_fill() left them. */
void gr_family_choice_fill (GtkDropDown *choice, GArray *ids, GrShop *shop);
gint64 gr_family_choice_get (GtkDropDown *choice, const GArray *ids);
void gr_family_choice_set (GtkDropDown *choice, const GArray *ids, gint64 family_id);
