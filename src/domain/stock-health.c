#include "stock-health.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *id;
  const char *title;
  const char *meaning;
} healths[GR_N_HEALTHS] = {
    [GR_HEALTH_STOCKED_OUT] = {"stocked-out", N_ ("Stocked out"),
        N_ ("Nothing is left on the shelf, and people ask for it.")},
    [GR_HEALTH_POTENTIAL_STOCK_OUT] = {"potential-stock-out", N_ ("At risk"),
        N_ ("It is expected to run out before an order placed today could arrive.")},
    [GR_HEALTH_SURPLUS_ORDERS] = {"surplus-orders", N_ ("Surplus orders"),
        N_ ("More is on order than the plan needs.")},
    [GR_HEALTH_EXCESS] = {"excess", N_ ("Excess"), N_ ("There is more than safety stock and one replenishment cycle.")},
    [GR_HEALTH_OK] = {"ok", N_ ("OK"), N_ ("Stock lies where the plan wants it.")},
    [GR_HEALTH_NEW] = {"new", N_ ("New"), N_ ("There is too little sales history to judge.")},
    [GR_HEALTH_NONE] = {"none", N_ ("No demand"), N_ ("Nobody asks for it, or it is not kept in stock.")},
};

/**
 * gr_stock_health_id:
 *
 * Returns: the word that the file and the terminal use.
 */
const char *
gr_stock_health_id (GrStockHealth health)
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

gboolean
gr_stock_health_from_id (const char *id, GrStockHealth *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    if (strcmp (id, healths[i].id) == 0) {
      *out = (GrStockHealth) i;
      return TRUE;
    }
  return FALSE;
}
