#pragma once

#include "plan-rules.h"

#include "domain/base/item-set.h"
#include "domain/plan/forecast-row.h"
#include "domain/plan/plan-line.h"
#include "planning/item/item-plan.h"

/**
 * GrPlanFacts:
 * @terms: (nullable): the preferred supplier's, resolved in @route
 * @receipts: (element-type GrPlannedReceipt): all that is still to come, drafts among it
 * @forecasts: by GrGrain; (nullable) each
 * @weeks: (array length=n_weeks): expected demand from the running week on: the weeks forecast and, from where
 *   they end, the months
 *
 * What the file says of one item as far as its plan rests on it.
 */
typedef struct {
  GrItem *item;
  GrSupplierItem *terms;
  GrSupplyRoute route;
  double service_level;
  GrQty on_hand;
  GrQty on_order; /* without drafts */
  GArray *receipts;
  GrForecastRow *forecasts[2];
  double *weeks;
  int n_weeks;
} GrPlanFacts;

/* With whole forecasts, with what they were made from but no points, or without. */
typedef enum {
  GR_FACTS_WITH_FORECASTS,
  GR_FACTS_WITH_PRINTS,
  GR_FACTS_WITHOUT_FORECASTS,
} GrFactsDepth;

GPtrArray *gr_plan_facts_list (
    GrDatabase *database, const GrPlanRules *rules, const GrItemSet *items, GrFactsDepth depth, GError **error);
GrPlanFacts *gr_plan_facts_load (GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error);
void gr_plan_facts_free (GrPlanFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPlanFacts, gr_plan_facts_free)

void gr_plan_facts_set_outlook (GrPlanFacts *facts, const GrPlanRules *rules);
int gr_plan_facts_week_horizon (const GrPlanFacts *facts, const GrPlanRules *rules);
GrPlanLine gr_plan_facts_line (const GrPlanFacts *facts, const GrItemPlan *plan);
GrItemPlanInput gr_plan_facts_input (const GrPlanFacts *facts, const GrPlanRules *rules);
GArray *gr_plan_facts_all_receipts (const GrPlanFacts *facts, const GrItemPlan *plan);
