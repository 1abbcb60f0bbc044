#pragma once

#include "domain/plan/item-series.h"
#include "shop/base/shop.h"

GrItemSeries *gr_shop_item_series (GrShop *shop, gint64 item_id, GrGrain grain, GError **error);
GrItemSeries *gr_shop_family_series (GrShop *shop, const char *family, GrGrain grain, GError **error);
