#pragma once

#include "shop/planning/plan-facts.h"

#include "domain/base/progress.h"
#include "planning/review/sop-sums.h"

#define GR_SOP_MONTHS_PAST 6
#define GR_SOP_MONTHS      (GR_SOP_MONTHS_PAST + GR_PLAN_MONTHS)

/**
 * GrSopMonths:
 *
 * One item by months: what was sold (of the running month: so far), forecast, bought and left over, with its plan.
 * See GrSopPart.
 */
typedef struct {
  const GrPlanFacts *facts;
  GrItemPlan *plan;
  GrQty sales[GR_SOP_MONTHS];
  GrMoney revenue[GR_SOP_MONTHS];
  GrQty forecast[GR_PLAN_MONTHS];
  GrQty purchases[GR_SOP_MONTHS];
  GrQty past_end_stock[GR_SOP_MONTHS_PAST];
  GArray *receipts; /* GrPlannedReceipt: what is on order and suggested */
} GrSopMonths;

/**
 * GrSopReview:
 * @items: (array length=facts->len): in order of ids
 *
 * What the review's screen and its workbook are both made from.
 */
typedef struct {
  GrPlanRules *rules;
  GPtrArray *facts;
  GrSopMonths *items;
  GrDate first_month;
  GrSopGrid *grid;
} GrSopReview;

GrSopReview *gr_sop_review_new (GrDatabase *database, GrDate today, const GrProgress *progress, GError **error);
void gr_sop_review_free (GrSopReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSopReview, gr_sop_review_free)
