#pragma once

#include "shop.h"

/**
 * GrShopCheck:
 *
 * What was proved and what was not, in sentences.
 */
typedef struct {
  GPtrArray *proved; /* char * */
  GPtrArray *faults; /* char * */
} GrShopCheck;

GrShopCheck *gr_shop_check (GrShop *shop, const GrProgress *progress, GError **error);
void gr_shop_check_free (GrShopCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrShopCheck, gr_shop_check_free)

gboolean gr_shop_backup (GrShop *shop, const char *path, const GrProgress *progress, GError **error);
