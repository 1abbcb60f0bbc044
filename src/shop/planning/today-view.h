#pragma once

#include "shop/base/shop.h"

#include "domain/plan/today.h"

/* What needs doing now, worst in money first. */
GPtrArray * /* GrTodayRow */
gr_shop_today_rows (GrShop *shop, int limit_per_kind, GError **error);
gboolean gr_shop_today_counts (GrShop *shop, gint64 counts[GR_N_TODAY_KINDS], GError **error);
const char *gr_today_kind_title (GrTodayKind kind);
char *gr_today_row_sentence (const GrTodayRow *row, GrDate today);
