#pragma once

#include "shop/base/shop.h"

/**
 * GrPlanOutcome:
 *
 * What a planning run found. @sentence says it to a person.
 */
typedef struct {
  int n_items;
  int n_forecasts;
  int n_suggestions; /* to order today */
  GrMoney suggested_value;
  GrMoney money_at_risk;
  char *sentence;
} GrPlanOutcome;

/* Forecasts every item's weeks and months on all cores, then plans; cancellable; nothing is kept where it fails. */
gboolean gr_shop_run_plan (GrShop *shop, GrPlanOutcome *outcome, const GrProgress *progress, GError **error);
void gr_plan_outcome_clear (GrPlanOutcome *outcome);
