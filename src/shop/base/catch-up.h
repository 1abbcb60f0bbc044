#pragma once

#include "shop.h"

/* Where a deed touched more than few items, forecasts and plan follow after it. */
gboolean gr_shop_is_behind (GrShop *shop);
gboolean gr_shop_catch_up (GrShop *shop, const GrProgress *progress, GError **error);
