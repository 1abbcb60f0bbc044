#pragma once

#include "plan-facts.h"

#include "domain/base/progress.h"
#include "domain/plan/plan-outcome.h"
#include "store/plans/plan-store.h"

/* An item's plan as the file keeps it. */
typedef struct {
  GrPlanLine line;
  GArray *suggestions; /* GrSuggestion, names left out */
} GrItemOutcome;

void gr_item_outcome_free (GrItemOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemOutcome, gr_item_outcome_free)

gboolean gr_plan_items (GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, GrPlanOutcome *outcome,
    const GrProgress *progress, GError **error);
