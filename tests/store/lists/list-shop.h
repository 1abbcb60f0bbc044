#pragma once

#include "fixture.h"

#include "domain/plan/plan-line.h"
#include "domain/trade/purchase-order.h"

#define TODAY 100

/* An item and what the plan says of it. */
typedef struct {
  const char *code, *description, *family;
  int on_hand;
  GrPrice unit_cost;
  GrStockHealth health;
  GrMoney money_at_risk;
  GrMoney excess_value;
  double days_of_supply;
  GrDate order_on;
} ListItem;

/* What the lists of a shop are tried on. */
extern const ListItem list_three[3];

gint64 list_add_item (Fixture *fixture, const ListItem *given);
void list_add_plan (Fixture *fixture, const ListItem *given, gint64 item_id, gint64 supplier_id);
gint64 list_add_order (
    Fixture *fixture, GrOrderState state, gint64 supplier_id, gint64 item_id, int ordered, int cancelled);
void list_add_three (Fixture *fixture, gint64 item_ids[3], gint64 supplier_ids[2]);
