#pragma once

#include "item-plan.h"

/* One line of a sum: a label in words, a value ready to show, and the number behind it. */
typedef struct {
  char *label;
  char *value;
  char *formula; /* (nullable) how the value follows from the lines above */
  double number;
} GrExplanationLine;

/**
 * GrExplanation:
 *
 * Why an item's plan says what it says: @sentence is the answer first, @lines the chain that adds up.
 */
typedef struct {
  char *sentence;
  GPtrArray *lines; /* GrExplanationLine */
} GrExplanation;

GrExplanation *
gr_explanation_new (const GrItemPlanInput *input, const GrItemPlan *plan, const char *unit);
void
gr_explanation_free (GrExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrExplanation, gr_explanation_free)
