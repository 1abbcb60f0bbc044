#include "adjust-stock.h"

#include "shop/base/shop-deed.h"
#include "usual-place.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

#include <glib/gi18n-lib.h>

static gboolean
balance_at (GrDatabase *database, gint64 item_id, gint64 location_id, GrQty *qty, GError **error)
{
  g_autoptr (GPtrArray) balances = gr_ledger_balances (database, item_id, error);

  *qty = 0;
  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++) {
    const GrBalance *balance = balances->pdata[i];

    if (balance->location_id == location_id)
      *qty = balance->qty;
  }
  return TRUE;
}

static gboolean
check_adjustment (const GrItem *item, GrQty counted, GError **error)
{
  if (!item->is_stocked) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("No stock is kept of %s, so there is nothing to count"), item->code);
    return FALSE;
  }
  if (counted < 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("Stock can’t be below zero"));
    return FALSE;
  }
  if (counted >= GR_QTY_LIMIT) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("That number is too large. Please check it."));
    return FALSE;
  }
  return TRUE;
}

/* The first count of an item opens its ledger as of this morning; what was sold since is no reason to doubt it. */
static gboolean
open_ledger (GrShop *shop, const GrMove *what, GrQty counted, GrQty *before, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrCountResult result;
  GrDate first = GR_DATE_NONE;

  if (!gr_stock_count_store_first_day (database, what->item_id, &first, error))
    return FALSE;
  if (first != GR_DATE_NONE)
    return TRUE;
  return gr_stock_count_store_take (database, what->item_id, what->to_id, counted, what->moved_on, &result, error) &&
         balance_at (database, what->item_id, what->to_id, before, error);
}

/* What an adjustment says: what is there, or how much more or less than the records say. */
typedef struct {
  GrQty qty;
  gboolean is_change;
  const char *reason;
} Said;

static gboolean
count_up (GrQty before, const Said *said, GrQty *counted, GError **error)
{
  *counted = said->qty;
  if (!said->is_change || gr_decimal_add (before, said->qty, counted))
    return TRUE;
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("That number is too large. Please check it."));
  return FALSE;
}

static gboolean
adjust (GrShop *shop, gint64 item_id, gint64 location_id, const Said *said, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrItem) item = gr_item_store_by_id (database, item_id, error);
  g_autofree char *title = NULL;
  GrQty before, counted;
  GrMove what;

  if (item == NULL || (location_id == 0 && !gr_usual_place_find (database, item_id, &location_id, error)) ||
      !balance_at (database, item_id, location_id, &before, error) || !count_up (before, said, &counted, error) ||
      !check_adjustment (item, counted, error))
    return FALSE;
  title = gr_deed_title_new (GR_DEED_ADJUST_STOCK, item->code, before, counted);
  what = (GrMove){.item_id = item_id,
      .to_id = location_id,
      .moved_on = gr_shop_today (shop),
      .unit_cost = item->unit_cost,
      .reason = said->reason};
  return gr_deed_set_title (database, title, error) && open_ledger (shop, &what, counted, &before, error) &&
         gr_ledger_adjust (database, &what, counted - before, error);
}

static gboolean
do_adjust (GrShop *shop, gint64 item_id, gint64 location_id, const Said *said, GError **error)
{
  return gr_shop_begin_deed (shop, "adjust-stock", NULL, error) &&
         gr_shop_end_deed (shop, adjust (shop, item_id, location_id, said, error), NULL, error);
}

/**
 * gr_shop_adjust_stock:
 * @location_id: where it was counted; 0 for the item's usual place
 * @counted: what is there, not the difference
 * @reason: (nullable): why it differs, for the ledger
 *
 * Sets an item's stock in a place right. Nothing happens where the books say the same already.
 */
gboolean
gr_shop_adjust_stock (
    GrShop *shop, gint64 item_id, gint64 location_id, GrQty counted, const char *reason, GError **error)
{
  const Said said = {counted, FALSE, reason};

  return do_adjust (shop, item_id, location_id, &said, error);
}

/**
 * gr_shop_change_stock:
 * @change: more or less, from what the books say when it is done, whatever was shown before
 *
 * Adds to an item's stock in a place or takes from it, as gr_shop_adjust_stock() sets it.
 */
gboolean
gr_shop_change_stock (
    GrShop *shop, gint64 item_id, gint64 location_id, GrQty change, const char *reason, GError **error)
{
  const Said said = {change, TRUE, reason};

  return do_adjust (shop, item_id, location_id, &said, error);
}
