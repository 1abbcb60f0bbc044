#pragma once

#include "shop/base/shop.h"

#include "domain/plan/demand-mark.h"
#include "domain/plan/forecast-choice.h"

/**
 * GrDemandFinding:
 * @mark: the days, and whether they are set aside now
 * @sold: what was sold on them, in units
 * @usual: what would have been usual; NaN where that is unknown
 * @is_decided: whether the owner said so, and not the program
 *
 * Days of an item's history that ask for a decision.
 */
typedef struct {
  GrDemandMark mark;
  double sold;
  double usual;
  gboolean is_decided;
} GrDemandFinding;

gboolean gr_shop_forecast_choice (GrShop *shop, gint64 item_id, GrForecastChoice *choice, GError **error);
gboolean gr_shop_set_forecast_choice (GrShop *shop, const GrForecastChoice *choice, GError **error);
GArray *gr_shop_demand_findings (GrShop *shop, gint64 item_id, GError **error);
gboolean gr_shop_decide_finding (
    GrShop *shop, gint64 item_id, const GrDemandMark *mark, gboolean is_set_aside, GError **error);
gboolean gr_shop_decide_day (GrShop *shop, gint64 item_id, GrDate day, gboolean is_set_aside, GError **error);
