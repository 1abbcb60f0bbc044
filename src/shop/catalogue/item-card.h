#pragma once

#include "shop/base/shop.h"

#include "domain/trade/item.h"
#include "domain/trade/supplier.h"
#include "planning/item/explanation.h"
#include "planning/item/item-plan.h"

typedef struct {
  gint64 location_id;
  char *location;
  GrQty on_hand;
} GrItemBalance;

typedef struct {
  char *code;
  GrQty qty;
} GrItemBarcode;

typedef struct {
  GrSupplierItem *terms;
  char *supplier_name;
} GrItemTerms;

/**
 * GrItemCard:
 *
 * All that is known of one item now, the plan computed afresh from what the file says. @forecast_method is the weeks';
 * their figures and the months' are brought to say the same, see gr_shop_explain_forecast().
 */
typedef struct {
  GrItem *item;
  GrQty on_hand, on_order, reserved;
  GrMoney value;       /* on hand at cost */
  GPtrArray *balances; /* GrItemBalance, internal locations */
  GPtrArray *barcodes; /* GrItemBarcode */
  GPtrArray *terms;    /* GrItemTerms, the preferred supplier first */
  char *forecast_method;
  char *forecast_record;      /* (nullable) how good it has been, a sentence */
  GrItemPlan *plan;           /* (nullable) where nothing was forecast yet */
  GrExplanation *explanation; /* (nullable) likewise */
} GrItemCard;

GrItemCard *gr_shop_item_card (GrShop *shop, gint64 item_id, GError **error);
gint64 gr_shop_find_item (GrShop *shop, const char *code_or_barcode, GrQty *qty, GError **error);
char *gr_shop_explain_forecast (GrShop *shop, gint64 item_id, GrGrain grain, GError **error);
void gr_item_card_free (GrItemCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemCard, gr_item_card_free)
