#pragma once

#include "shop.h"

gboolean gr_after_deed (GrShop *shop, GError **error);
