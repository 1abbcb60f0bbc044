#pragma once

#include "shop/base/shop.h"

#include "domain/plan/sop-grid.h"

/* Families by months, for the screen and the workbook alike. O(items x months): a job, not for the main thread. */
GrSopGrid *gr_shop_sop_grid (GrShop *shop, const GrProgress *progress, GError **error);

gboolean gr_shop_export_sop (GrShop *shop, const char *path, const GrProgress *progress, GError **error);
gboolean gr_shop_export_stock (GrShop *shop, const char *path, const GrProgress *progress, GError **error);
gboolean gr_shop_export_orders (GrShop *shop, const char *path, const GrProgress *progress, GError **error);
