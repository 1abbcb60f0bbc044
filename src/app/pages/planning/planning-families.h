#pragma once

#include "app/models/paged-model.h"
#include "app/widgets/table/table.h"

#include "shop/planning/plan-view.h"

/* The line that sums up all families. */
#define GR_PLANNING_WHOLE_SHOP -2

/**
 * GrPlanningFamilyRow:
 * @id: the family's, -1 for items without one, %GR_PLANNING_WHOLE_SHOP
 */
typedef struct {
  gint64 id;
  GrPlanFamilyRow *family;
} GrPlanningFamilyRow;

GrPagedModel *gr_planning_families_new (void);
void gr_planning_families_take (GrPagedModel *model, GPtrArray *families);
const GrPlanningFamilyRow *gr_planning_families_selected (GrPagedModel *model);
const GrTableColumn *gr_planning_family_columns (gsize *n);
