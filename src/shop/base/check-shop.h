#pragma once

#include "shop.h"

#include "domain/book/check-finding.h"

GPtrArray *gr_shop_check (GrShop *shop, const GrProgress *progress, GError **error);
gboolean gr_shop_backup (GrShop *shop, const char *path, const GrProgress *progress, GError **error);
