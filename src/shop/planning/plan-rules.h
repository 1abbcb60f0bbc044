#pragma once

#include "domain/base/date.h"
#include "domain/trade/item.h"
#include "domain/trade/supplier.h"
#include "store/file/database.h"

/* Months that a plan looks ahead, the running one among them; one more is forecast, so that the last is still ordered
 * for. Weeks that are forecast one by one. */
#define GR_PLAN_MONTHS     18
#define GR_FORECAST_MONTHS (GR_PLAN_MONTHS + 1)
#define GR_PLAN_WEEKS      26

/**
 * GrPlanRules:
 * @horizon_weeks: weeks that are forecast one by one; months go on from there
 *
 * What holds for the whole shop, and against what an item's own terms are resolved.
 */
typedef struct {
  GrDate today;
  double service_level;
  int review_period_days;
  int horizon_weeks;
  int currency_digits;

  /*< private >*/
  GPtrArray *families;
  GPtrArray *suppliers;
  GHashTable *by_family;
  GHashTable *by_supplier;
} GrPlanRules;

/* On what terms an item is bought; @supplier_id 0 where nobody sells it. */
typedef struct {
  gint64 supplier_id;
  GrPrice unit_price;
  int lead_time_days;
  double lead_time_sd_days;
} GrSupplyRoute;

GrPlanRules *gr_plan_rules_load (GrDatabase *database, GrDate today, GError **error);
void gr_plan_rules_free (GrPlanRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPlanRules, gr_plan_rules_free)

double gr_plan_rules_service_level (const GrPlanRules *rules, const GrItem *item);
GrSupplyRoute gr_plan_rules_route (const GrPlanRules *rules, const GrItem *item, const GrSupplierItem *terms);
const GrSupplier *gr_plan_rules_supplier (const GrPlanRules *rules, gint64 supplier_id);
