#pragma once

#include "widgets/badge.h"

#include "domain/purchase-order.h"
#include "shop/shop.h"

/* An order's state in words, the same on every page. */
GrBadgeFace gr_order_face (const GrPurchaseOrder *order, GrDate today);
char *gr_order_sentence (const GrPurchaseOrder *order, GrShop *shop);
