#pragma once

#include "domain/base/quantity.h"

/**
 * GrStockPosition:
 * @on_hand: what the ledger says lies in the shop's own places; below zero is a mistake to be found, never a credit
 * @reserved: promised to customers
 * @on_order: ordered from suppliers and still to come
 */
typedef struct {
  GrQty on_hand;
  GrQty reserved;
  GrQty on_order;
} GrStockPosition;

GrQty gr_availability_on_shelf (const GrStockPosition *position);
GrQty gr_availability_available (const GrStockPosition *position);
GrQty gr_availability_projected (const GrStockPosition *position);
