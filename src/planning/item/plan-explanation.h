#pragma once

#include "item-plan.h"

#include "domain/plan/explanation.h"

GrExplanation *gr_explanation_new (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit);
