#pragma once

#include "domain/plan/item-series.h"
#include "shop/planning/plan-facts.h"

#define GR_SERIES_WEEKS_PAST   104
#define GR_SERIES_WEEKS_AHEAD  26
#define GR_SERIES_MONTHS_PAST  30
#define GR_SERIES_MONTHS_AHEAD GR_PLAN_MONTHS

/**
 * A series is begun, its items' parts are added in any order, and it is finished: so that one item's and the whole
 * shop's are made the same way.
 */
GrItemSeries *gr_series_sum_begin (GrGrain grain, GrDate today);
void gr_series_sum_add_sales (GrItemSeries *series, GrDate on, GrQty net_qty);
void gr_series_sum_add_stock (GrItemSeries *series, const GrQty *ends, GrDate known_from);
void gr_series_sum_add_item (GrItemSeries *series, const GrPlanFacts *facts, const GrPlanRules *rules);
void gr_series_sum_finish (GrItemSeries *series);
