#pragma once

#include "own-deeds.h"
#include "shop.h"

#include "store/file/database.h"
#include "store/journal/deed-store.h"

/* For the files of this room only. */

GrDatabase *gr_shop_database (GrShop *shop);
GrShop *gr_shop_on (GrDatabase *database, GrClock clock, GError **error);
GrShop *gr_shop_borrow (GrShop *shop, GError **error);
void gr_shop_give_back (GrShop *shop, GrShop *other, gboolean is_kept);
GrOwnDeeds *gr_shop_own_deeds (GrShop *shop);
GrNouns gr_shop_take_announced (GrShop *shop);
gboolean gr_shop_catches_up_later (GrShop *shop);
