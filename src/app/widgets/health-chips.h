#pragma once

#include "chips.h"

#include "shop/stock/stock-view.h"

/* The chips of a list of items: every #GrStockHealth is one, beside "all" and "below zero". */
#define GR_HEALTH_CHIP_ALL -1

void gr_health_chips_add_all (GrChips *chips);
void gr_health_chips_add_healths (GrChips *chips);
void gr_health_chips_count (GrChips *chips, const GrStockTotals *totals);
