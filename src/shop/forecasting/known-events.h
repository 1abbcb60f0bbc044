#pragma once

#include "shop/base/shop.h"

#include "domain/plan/event-record.h"

/**
 * GrPredecessorChoice:
 * @item_id: the item whose place another takes, 0 for none
 * @code: (nullable): of that item, with @description; only read
 * @share_percent: what the new one sells of what the old one sold; 0 to have it measured where both were sold
 */
typedef struct {
  gint64 item_id;
  char *code;
  char *description;
  int share_percent;
} GrPredecessorChoice;

void gr_predecessor_choice_clear (GrPredecessorChoice *choice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrPredecessorChoice, gr_predecessor_choice_clear)

GPtrArray *gr_shop_event_records (GrShop *shop, GError **error);
GrEvent *gr_shop_event (GrShop *shop, gint64 id, GError **error);
gboolean gr_shop_edit_event (
    GrShop *shop, const GrEvent *shown, const GrEvent *edited, const GrProgress *progress, GError **error);
gint64 gr_shop_save_event (GrShop *shop, const GrEvent *event, const GrProgress *progress, GError **error);
gboolean gr_shop_remove_event (GrShop *shop, gint64 id, const GrProgress *progress, GError **error);

gboolean gr_shop_predecessor (GrShop *shop, gint64 item_id, GrPredecessorChoice *choice, GError **error);
gboolean gr_shop_set_predecessor (GrShop *shop, gint64 item_id, const GrPredecessorChoice *choice, GError **error);
