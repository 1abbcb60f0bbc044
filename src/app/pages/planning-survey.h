#pragma once

#include "planning-items.h"

/**
 * GrPlanningSurvey:
 * @totals: of what is searched for in the chosen family, whatever its health
 * @n_due: of these, to be ordered by today
 * @n_due_at_all: of the whole shop
 * @families: (nullable): GrPlanFamilyRow
 *
 * What the planning page counts.
 */
typedef struct {
  GrStockTotals totals;
  gint64 n_due;
  gint64 n_due_at_all;
  GPtrArray *families;
} GrPlanningSurvey;

gpointer gr_planning_survey_job (GrShop *shop, gpointer question, const GrProgress *progress, GError **error);
void gr_planning_survey_free (gpointer data);
