#pragma once

#include "shop/base/shop.h"

#include "domain/plan/explanation.h"
#include "domain/plan/plan-line.h"
#include "domain/stock/balance.h"
#include "domain/trade/barcode.h"
#include "domain/trade/item.h"
#include "domain/trade/supplier.h"

typedef struct {
  GrSupplierItem *terms;
  char *supplier_name;
} GrItemTerms;

/**
 * GrItemCard:
 *
 * All that is known of one item now, the plan computed afresh from what the file says. @forecast_method is the weeks';
 * their figures and the months' are brought to say the same, see gr_shop_forecast_card().
 */
typedef struct {
  GrItem *item;
  GrQty on_hand, on_order, reserved;
  GrQty coming;        /* on order, drafts among it */
  GrMoney value;       /* on hand at cost */
  GPtrArray *balances; /* GrBalance, internal locations */
  GPtrArray *barcodes; /* GrBarcode */
  GPtrArray *terms;    /* GrItemTerms, the preferred supplier first */
  char *forecast_method;
  char *forecast_record;      /* (nullable) how good it has been, a sentence */
  GrPlanLine *plan;           /* (nullable) where nothing was forecast yet */
  GrExplanation *explanation; /* (nullable) likewise */
} GrItemCard;

GrItemCard *gr_shop_item_card (GrShop *shop, gint64 item_id, GError **error);
gint64 gr_shop_find_item (GrShop *shop, const char *code_or_barcode, GrQty *qty, GError **error);
void gr_item_card_free (GrItemCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemCard, gr_item_card_free)
