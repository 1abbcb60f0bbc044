#pragma once

#include "shop/base/shop.h"

/* Which suggestions: of the given items, of one supplier, or all that are due today. */
typedef struct {
  const gint64 *item_ids;
  gsize n_items;
  gint64 supplier_id; /* 0: any */
} GrSuggestionChoice;

typedef struct {
  int n_orders;
  int n_lines;
  GrMoney value;
  gint64 first_order_id;
  char *sentence;
} GrAcceptOutcome;

/* Into one draft a supplier; an open draft is reused. One deed. */
gboolean gr_shop_accept_suggestions (
    GrShop *shop, const GrSuggestionChoice *choice, GrAcceptOutcome *outcome, GError **error);
void gr_accept_outcome_clear (GrAcceptOutcome *outcome);
