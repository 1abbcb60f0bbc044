#pragma once

#include "app/widgets/badge.h"

#include "domain/trade/purchase-order.h"
#include "shop/base/shop.h"

/* An order's state in words, the same on every page. */
GrBadgeFace gr_order_face (const GrPurchaseOrder *order, GrDate today);
char *gr_order_sentence (const GrPurchaseOrder *order, GrShop *shop);
