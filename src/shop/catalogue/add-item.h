#pragma once

#include "shop/base/shop.h"

#include "domain/trade/item.h"
#include "domain/trade/supplier.h"

/**
 * GrNewItem:
 * @item: with id 0
 * @supplier: (nullable): who it is bought from; one that there is already, in capital or small letters, or a new one
 * @lead_time_days: from order to receipt, -1 where nothing is said: a new supplier's own, else what holds for this item
 * @order_multiple: what a pack holds, 0 for none
 * @minimum_order_qty: the least that is sold, 0 for none
 * @barcode: (nullable): that of one unit
 * @opening_stock: what is there, -1 where nobody counted
 *
 * A new item with what its first order needs. @item's purchase price is the supplier's.
 */
typedef struct {
  const GrItem *item;
  const char *supplier;
  int lead_time_days;
  GrQty order_multiple;
  GrQty minimum_order_qty;
  const char *barcode;
  GrQty opening_stock;
} GrNewItem;

#define GR_NEW_ITEM(of) ((GrNewItem){.item = (of), .lead_time_days = -1, .opening_stock = -1})

gint64 gr_shop_add_item (GrShop *shop, const GrNewItem *new_item, GError **error);
gboolean gr_shop_check_new_item (GrShop *shop, const GrNewItem *new_item, GError **error);
