#pragma once

#include "store/file/database.h"

/* The keys of the shop's settings. Values are plain text, numbers in the C locale. */
#define GR_SETTING_SHOP_NAME     "shop-name"
#define GR_SETTING_CURRENCY      "currency"
#define GR_SETTING_SERVICE_LEVEL "service-level"
#define GR_SETTING_REVIEW_DAYS   "review-period-days"
#define GR_SETTING_HORIZON_WEEKS "horizon-weeks"
#define GR_SETTING_COMPACTED_AT  "compacted-at" /* microseconds */

char *gr_setting_store_get (GrDatabase *database, const char *key, const char *fallback, GError **error);
GHashTable *gr_setting_store_all (GrDatabase *database, GError **error);
gboolean gr_setting_store_set (GrDatabase *database, const char *key, const char *value, GError **error);
int gr_setting_store_currency_digits (GrDatabase *database, GError **error);
