#pragma once

#include "shop/base/shop.h"

#include "domain/plan/plan-family.h"
#include "domain/plan/plan-line.h"
#include "domain/plan/suggestion.h"

/* The planning page. Items with the exceptions first: gr_shop_stock_ids() sorted by money at risk. */
gboolean gr_shop_plan_head (GrShop *shop, GrPlanHead *head, gboolean *exists, GError **error);
GPtrArray * /* GrPlanFamilyRow */
gr_shop_plan_families (GrShop *shop, GError **error);
GPtrArray * /* GrSuggestion */
gr_shop_suggestions (GrShop *shop, gint64 supplier_id, GrDate order_until, GError **error);
GPtrArray * /* GrSuggestion */
gr_shop_suggestions_of_item (GrShop *shop, gint64 item_id, GError **error);
