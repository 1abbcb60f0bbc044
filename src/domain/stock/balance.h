#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/* What lies where; @counted_on is %GR_DATE_NONE where nobody counted. */
typedef struct {
  gint64 location_id;
  char *location_name;
  GrQty qty;
  GrDate counted_on;
} GrBalance;

/* An item's stock in all internal locations. */
typedef struct {
  gint64 item_id;
  GrQty on_hand;
} GrOnHand;

void gr_balance_free (GrBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrBalance, gr_balance_free)
