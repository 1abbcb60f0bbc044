#pragma once

#include "domain/base/money.h"

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

void gr_plan_outcome_clear (GrPlanOutcome *outcome);
