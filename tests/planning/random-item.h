#pragma once

#include "planning/item/item-plan.h"

#define RANDOM_MOST_WEEKS    40
#define RANDOM_MOST_RECEIPTS 5

/* An item such as no shop has, with the arrays that its input points to. */
typedef struct {
  GrItemPlanInput input;
  double forecast[RANDOM_MOST_WEEKS];
  GrPlannedReceipt receipts[RANDOM_MOST_RECEIPTS];
} RandomItem;

void random_item_fill (RandomItem *item);
