#pragma once

#include "app/text/number-table.h"

#include "domain/plan/sop-grid.h"
#include "shop/forecasting/read-series.h"

GrNumberTable *gr_series_numbers (const GrItemSeries *series);
GrNumberTable *gr_sop_numbers (const GrSopGrid *grid, const GrSopRow *row, const char *currency);
