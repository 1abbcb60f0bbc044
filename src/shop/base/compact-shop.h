#pragma once

#include "shop.h"

gboolean gr_shop_compact (GrShop *shop, gint64 *n_gone, const GrProgress *progress, GError **error);
