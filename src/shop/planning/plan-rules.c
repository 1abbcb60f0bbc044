#include "plan-rules.h"

#include "domain/base/money.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/setting-store.h"
#include "store/catalogue/supplier-store.h"

#define DEFAULT_SERVICE_LEVEL  0.95
#define DEFAULT_REVIEW_DAYS    7
#define DEFAULT_LEAD_TIME_DAYS 7
#define MOST_WEEKS             (10 * 52)

/* Numbers are in the C locale. */
static double
number_of (GHashTable *settings, const char *key, double fallback)
{
  const char *value = g_hash_table_lookup (settings, key);

  return value != NULL ? g_ascii_strtod (value, NULL) : fallback;
}

static void
read_settings (GrPlanRules *rules, GHashTable *settings)
{
  const char *currency = g_hash_table_lookup (settings, GR_SETTING_CURRENCY);

  rules->service_level = number_of (settings, GR_SETTING_SERVICE_LEVEL, DEFAULT_SERVICE_LEVEL);
  rules->review_period_days = (int) CLAMP (number_of (settings, GR_SETTING_REVIEW_DAYS, DEFAULT_REVIEW_DAYS), 0, 366);
  rules->horizon_weeks =
      (int) CLAMP (number_of (settings, GR_SETTING_HORIZON_WEEKS, GR_PLAN_WEEKS), GR_PLAN_WEEKS, MOST_WEEKS);
  rules->currency_digits = currency != NULL ? gr_currency_digits (currency) : 2;
}

static void
index_names (GrPlanRules *rules)
{
  rules->by_family = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rules->families->len; i++) {
    GrFamily *family = g_ptr_array_index (rules->families, i);

    g_hash_table_insert (rules->by_family, family->name, family);
  }
  rules->by_supplier = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rules->suppliers->len; i++) {
    GrSupplier *supplier = g_ptr_array_index (rules->suppliers, i);

    g_hash_table_insert (rules->by_supplier, &supplier->id, supplier);
  }
}

/**
 * gr_plan_rules_load:
 *
 * The shop's settings, or what holds without them: 95 % service level, a look at every item once a week, a lead time
 * of a week. O(families + suppliers).
 */
GrPlanRules *
gr_plan_rules_load (GrDatabase *database, GrDate today, GError **error)
{
  g_autoptr (GrPlanRules) rules = g_new0 (GrPlanRules, 1);
  g_autoptr (GHashTable) settings = gr_setting_store_all (database, error);

  if (settings == NULL)
    return NULL;
  rules->today = today;
  rules->families = gr_family_store_list (database, error);
  if (rules->families == NULL)
    return NULL;
  rules->suppliers = gr_supplier_store_list (database, error);
  if (rules->suppliers == NULL)
    return NULL;
  read_settings (rules, settings);
  index_names (rules);
  return g_steal_pointer (&rules);
}

void
gr_plan_rules_free (GrPlanRules *rules)
{
  if (rules == NULL)
    return;
  g_clear_pointer (&rules->by_family, g_hash_table_unref);
  g_clear_pointer (&rules->by_supplier, g_hash_table_unref);
  g_clear_pointer (&rules->families, g_ptr_array_unref);
  g_clear_pointer (&rules->suppliers, g_ptr_array_unref);
  g_free (rules);
}

/**
 * gr_plan_rules_service_level:
 *
 * Returns: the item's own service level, else its family's, else the shop's
 */
double
gr_plan_rules_service_level (const GrPlanRules *rules, const GrItem *item)
{
  const GrFamily *family = item->family != NULL ? g_hash_table_lookup (rules->by_family, item->family) : NULL;

  if (item->service_level > 0)
    return item->service_level;
  return family != NULL && family->service_level > 0 ? family->service_level : rules->service_level;
}

/**
 * gr_plan_rules_supplier:
 *
 * Returns: (nullable): the supplier of that id
 */
const GrSupplier *
gr_plan_rules_supplier (const GrPlanRules *rules, gint64 supplier_id)
{
  return g_hash_table_lookup (rules->by_supplier, &supplier_id);
}

/**
 * gr_plan_rules_route:
 * @terms: (nullable): the preferred supplier's
 *
 * Returns: lead time and its deviation of the terms, else of the supplier, else the default; the terms' price, else the
 *   item's cost
 */
GrSupplyRoute
gr_plan_rules_route (const GrPlanRules *rules, const GrItem *item, const GrSupplierItem *terms)
{
  GrSupplyRoute route = {.lead_time_days = DEFAULT_LEAD_TIME_DAYS, .unit_price = item->unit_cost};
  const GrSupplier *supplier;

  if (terms == NULL)
    return route;
  supplier = gr_plan_rules_supplier (rules, terms->supplier_id);
  route.supplier_id = terms->supplier_id;
  if (supplier != NULL) {
    route.lead_time_days = supplier->lead_time_days;
    route.lead_time_sd_days = supplier->lead_time_sd_days;
  }
  if (terms->lead_time_days >= 0)
    route.lead_time_days = terms->lead_time_days;
  if (terms->lead_time_sd_days >= 0)
    route.lead_time_sd_days = terms->lead_time_sd_days;
  if (terms->unit_price > 0)
    route.unit_price = terms->unit_price;
  return route;
}
