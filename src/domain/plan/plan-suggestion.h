#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/* An order the plan proposes; the names are read with it and never written. */
typedef struct {
  gint64 item_id;
  int step; /* 0: the one to act on */
  gint64 supplier_id;
  GrQty need;
  GrQty qty;
  GrPrice unit_price;
  GrDate needed_on;
  GrDate order_on;
  GrDate arrive_on;
  gboolean is_late;
  char *item_code;
  char *item_description;
  char *unit;
  char *supplier_name;
  GrMoney value;
  GrMoney money_at_risk; /* of its item's line */
} GrPlanSuggestion;

void gr_plan_suggestion_free (GrPlanSuggestion *suggestion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPlanSuggestion, gr_plan_suggestion_free)
