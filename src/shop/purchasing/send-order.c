#include "order-deed.h"
#include "shop/planning/plan-rules.h"

#include "store/catalogue/item-store.h"
#include "store/orders/order-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/* When a line of the order sent today should be here: by the supplier's terms for its item. */
static gboolean
expect_line (GrOrderDeed *deed, const GrPlanRules *rules, GrPurchaseOrderLine *line, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (deed->database, line->item_id, error);
  g_autoptr (GrSupplierItem) terms = NULL;
  const GrSupplier *supplier = gr_plan_rules_supplier (rules, deed->order->supplier_id);
  int lead_time_days;

  if (item == NULL ||
      !gr_supplier_item_store_find (deed->database, line->item_id, deed->order->supplier_id, &terms, error))
    return FALSE;
  if (terms == NULL && supplier != NULL)
    lead_time_days = supplier->lead_time_days;
  else
    lead_time_days = gr_plan_rules_route (rules, item, terms).lead_time_days;
  line->expected_on = deed->today + lead_time_days;
  deed->order->expected_on = MAX (deed->order->expected_on, line->expected_on);
  return gr_order_store_save_line (deed->database, line, error);
}

static gboolean
send_order (GrOrderDeed *deed, GError **error)
{
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (deed->database, deed->today, error);

  if (rules == NULL)
    return FALSE;
  deed->order->expected_on = deed->today;
  for (guint i = 0; i < deed->lines->len; i++)
    if (!expect_line (deed, rules, g_ptr_array_index (deed->lines, i), error))
      return FALSE;
  deed->order->state = GR_ORDER_SENT;
  deed->order->sent_on = deed->today;
  deed->title = gr_deed_title_new (GR_DEED_SEND_ORDER, deed->order->number, deed->order->supplier_name);
  return TRUE;
}

/**
 * gr_shop_send_orders:
 *
 * Notes that an approved order went out today. Each line is expected after its lead time, the order with the last.
 */
gboolean
gr_shop_send_orders (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  static const GrOrderVerb verb = {"send-order", GR_ORDER_SEND, TRUE, send_order};

  return gr_order_deed_run (shop, orders, &verb, NULL, error);
}
