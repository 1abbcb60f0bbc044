#pragma once

#include "shop/base/shop.h"

void gr_item_offers_ask (GrShop *shop, const char *text, gint64 supplier_id, GCancellable *cancellable,
    GAsyncReadyCallback answered, gpointer data);
GPtrArray *gr_item_offers_finish (GrShop *shop, GAsyncResult *result, GError **error);
