#pragma once

#include "item-plan.h"

char *gr_explanation_sentence (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit);
char *gr_explanation_amount (GrQty qty, const char *unit);
