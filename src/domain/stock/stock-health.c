#include "stock-health.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *id;
  const char *title;
  const char *meaning;
} healths[GR_N_HEALTHS] = {
    [GR_HEALTH_STOCKED_OUT] = {"stocked-out", N_ ("Out of stock"), N_ ("Nothing is in stock, and sales are expected.")},
    [GR_HEALTH_POTENTIAL_STOCK_OUT] = {"potential-stock-out", N_ ("At risk"),
        N_ ("It is expected to run out before an order placed today could arrive.")},
    [GR_HEALTH_SURPLUS_ORDERS] = {"surplus-orders", N_ ("Excess on order"),
        N_ ("More is on order than the plan needs.")},
    [GR_HEALTH_EXCESS] = {"excess", N_ ("Excess"), N_ ("There is more than safety stock and one order cycle.")},
    [GR_HEALTH_OK] = {"ok", N_ ("OK"), N_ ("Stock is in the planned range.")},
    [GR_HEALTH_NEW] = {"new", N_ ("New"), N_ ("There is too little sales history to judge.")},
    [GR_HEALTH_NONE] = {"none", N_ ("No sales expected"), N_ ("No sales are expected, or no stock is kept.")},
};

/* The word that the file and the terminal use. */
static const char *
id_of (GrStockHealth health)
{
  return healths[health].id;
}

/**
 * gr_stock_health_title:
 *
 * Returns: the health's name for people, translated.
 */
const char *
gr_stock_health_title (GrStockHealth health)
{
  return _ (healths[health].title);
}

/**
 * gr_stock_health_meaning:
 *
 * Returns: what the name means, one translated sentence for a tooltip.
 */
const char *
gr_stock_health_meaning (GrStockHealth health)
{
  return _ (healths[health].meaning);
}

/**
 * gr_stock_state_title:
 * @on_hand: of all the shop's places, or of the one that is looked at
 *
 * Returns: what there is to say of an item's stock, translated: that the books are wrong before all else
 */
const char *
gr_stock_state_title (GrStockHealth health, GrQty on_hand)
{
  return on_hand < 0 ? _ ("Below zero: count it") : gr_stock_health_title (health);
}

/**
 * gr_stock_state_meaning:
 *
 * Returns: what gr_stock_state_title() means, one translated sentence for a tooltip.
 */
const char *
gr_stock_state_meaning (GrStockHealth health, GrQty on_hand)
{
  if (on_hand < 0)
    return _ ("The recorded stock is below zero: something was not recorded. Count it; until then it counts as zero.");
  return gr_stock_health_meaning (health);
}

/**
 * gr_stock_state_id:
 *
 * Returns: gr_stock_state_title() in the terminal's words.
 */
const char *
gr_stock_state_id (GrStockHealth health, GrQty on_hand)
{
  return on_hand < 0 ? "below-zero" : id_of (health);
}
