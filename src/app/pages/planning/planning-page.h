#pragma once

#include "app/frame/page.h"

/* What to order and why: items and families, the worst first, beside the chart of forecast against stock. */
#define GR_TYPE_PLANNING_PAGE (gr_planning_page_get_type())
G_DECLARE_FINAL_TYPE (GrPlanningPage, gr_planning_page, GR, PLANNING_PAGE, GrPage)
