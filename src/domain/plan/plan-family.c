#include "plan-family.h"

void
gr_plan_family_row_free (GrPlanFamilyRow *row)
{
  if (row == NULL)
    return;
  g_free (row->name);
  g_free (row);
}
