#pragma once

#include "shop/planning/plan-view.h"

#include <adwaita.h>

GtkWidget *gr_suggestion_row_new (GrShop *shop, const GrSuggestion *suggestion, gboolean can_accept);
