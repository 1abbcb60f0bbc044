#pragma once

#include "domain/base/money.h"

/**
 * GrPlanFamilyRow:
 *
 * A family on the planning page; @family_id 0 and @name %NULL for items without one. @n_exceptions counts stock-outs,
 * surplus orders and excess; @n_suggestions and @suggested_value what is to be ordered by today.
 */
typedef struct {
  gint64 family_id;
  char *name;
  int n_items;
  int n_exceptions;
  int n_suggestions;
  GrMoney stock_value;
  GrMoney money_at_risk;
  GrMoney excess_value;
  GrMoney suggested_value;
} GrPlanFamilyRow;

void gr_plan_family_row_free (GrPlanFamilyRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPlanFamilyRow, gr_plan_family_row_free)
