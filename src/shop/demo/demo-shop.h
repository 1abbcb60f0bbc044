#pragma once

#include "shop/base/shop.h"

/* A believable delicatessen, grown from a seed up to the clock's today; always the same one for the same day. */
GrShop *gr_shop_create_demo (const char *path, GrClock clock, const GrProgress *progress, GError **error);
