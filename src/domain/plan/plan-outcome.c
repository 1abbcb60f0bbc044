#include "plan-outcome.h"

void
gr_plan_outcome_clear (GrPlanOutcome *outcome)
{
  g_clear_pointer (&outcome->sentence, g_free);
}
