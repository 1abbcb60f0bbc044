#pragma once

#include "domain/plan/plan-outcome.h"
#include "shop/base/shop.h"

/* Forecasts every item's weeks and months on all cores, then plans; cancellable; nothing is kept where it fails. */
gboolean gr_shop_run_plan (GrShop *shop, GrPlanOutcome *outcome, const GrProgress *progress, GError **error);
