#pragma once

#include "domain/base/quantity.h"

#include <glib.h>

/* Worst first; an item has exactly one. */
typedef enum {
  GR_HEALTH_STOCKED_OUT,         /* nothing on the shelf, and there is demand */
  GR_HEALTH_POTENTIAL_STOCK_OUT, /* projected stock reaches zero before an order placed today could arrive */
  GR_HEALTH_SURPLUS_ORDERS,      /* more on order than the plan needs */
  GR_HEALTH_EXCESS,              /* more than safety stock and a replenishment cycle */
  GR_HEALTH_OK,
  GR_HEALTH_NEW,  /* too little history to judge */
  GR_HEALTH_NONE, /* not stocked, or no demand and no stock */
} GrStockHealth;

#define GR_N_HEALTHS (GR_HEALTH_NONE + 1)

const char *gr_stock_health_title (GrStockHealth health);
const char *gr_stock_health_meaning (GrStockHealth health);
const char *gr_stock_state_title (GrStockHealth health, GrQty on_hand);
const char *gr_stock_state_meaning (GrStockHealth health, GrQty on_hand);
const char *gr_stock_state_id (GrStockHealth health, GrQty on_hand);
