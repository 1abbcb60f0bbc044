#pragma once

#include "shop.h"

gboolean gr_after_deed (GrShop *shop, gboolean *is_behind, GError **error);
