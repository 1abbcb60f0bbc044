#pragma once

#include "domain/base/money.h"
#include "domain/base/quantity.h"

typedef enum {
  GR_ITEM_ACTIVE,
  GR_ITEM_DISCONTINUED, /* sold off, never ordered again */
} GrItemStatus;

/**
 * GrItem:
 *
 * Something the shop sells. @family is a name, %NULL where unsorted. @service_level is the share of
 * order cycles without a stock-out that is aimed at, 0 < p < 1, or 0 to take the family's or the shop's.
 * An item that is not stocked (postage, gift wrapping) is sold but never counted or ordered.
 */
typedef struct {
  gint64 id;
  char *code;
  char *description;
  char *family;
  char *unit;
  GrPrice unit_cost;
  GrPrice unit_price;
  GrItemStatus status;
  gboolean is_stocked;
  double service_level;
} GrItem;

GrItem *gr_item_new (void);
GrItem *gr_item_copy (const GrItem *item);
void gr_item_free (GrItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItem, gr_item_free)

gboolean gr_item_check (const GrItem *item, GError **error);
const char *gr_item_status_id (GrItemStatus status);
const char *gr_item_status_title (GrItemStatus status);
gboolean gr_item_status_from_id (const char *id, GrItemStatus *out);
