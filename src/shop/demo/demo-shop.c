#include "demo-shop.h"

#include "demo-events.h"
#include "demo-past.h"
#include "shop/planning/run-plan.h"
#include "shop/base/shop-deed.h"

#include "domain/trade/supplier.h"
#include "store/sales/demand-store.h"
#include "store/plans/event-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/location-store.h"
#include "store/orders/order-store.h"
#include "store/stock/stock-count-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

#define SEED 20260401

/* The demo shop being written down: ids of what the assortment numbers. */
typedef struct {
  GrShop *shop;
  GrDatabase *database;
  const GrDemoHistory *history;
  const GrDemoItem *items;
  gint64 *item_ids;
  gint64 *supplier_ids;
  gint64 floor_id; /* where everything lies */
} Scribe;

static gboolean
write_suppliers (Scribe *scribe, GError **error)
{
  gsize n;
  const GrDemoSupplier *suppliers = gr_demo_suppliers (&n);

  scribe->supplier_ids = g_new0 (gint64, n);
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GrSupplier) supplier = gr_supplier_new();

    supplier->name = g_strdup (suppliers[i].name);
    supplier->currency = g_strdup ("EUR");
    supplier->email = g_strdup (suppliers[i].email);
    supplier->phone = g_strdup (suppliers[i].phone);
    supplier->lead_time_days = suppliers[i].lead_time_days;
    supplier->lead_time_sd_days = suppliers[i].lead_time_sd_days;
    supplier->payment_terms_days = suppliers[i].payment_terms_days;
    supplier->minimum_order_value = suppliers[i].minimum_order_value;
    if (!gr_supplier_store_save (scribe->database, supplier, error))
      return FALSE;
    scribe->supplier_ids[i] = supplier->id;
  }
  return TRUE;
}

static gboolean
write_terms (Scribe *scribe, gsize i, GError **error)
{
  const GrDemoItem *from = &scribe->items[i];
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autofree char *code = gr_demo_barcode (i);
  GrBarcode barcode = {.code = code, .item_id = scribe->item_ids[i], .qty = GR_QTY_ONE};

  terms->supplier_id = scribe->supplier_ids[from->supplier];
  terms->item_id = scribe->item_ids[i];
  terms->supplier_code = g_strdup_printf ("%d-%04d", 10 + from->supplier, (int) (1200 + 7 * i));
  terms->unit_price = from->unit_cost;
  terms->minimum_order_qty = from->minimum_order_qty;
  terms->order_multiple = from->order_multiple;
  terms->is_preferred = TRUE;
  return gr_supplier_item_store_save (scribe->database, terms, error) &&
         gr_barcode_store_save (scribe->database, &barcode, error);
}

static gboolean
write_items (Scribe *scribe, GError **error)
{
  gsize n, n_families;
  const char *const *families = gr_demo_families (&n_families);

  scribe->items = gr_demo_items (&n);
  scribe->item_ids = g_new0 (gint64, n);
  for (gsize i = 0; i < n; i++) {
    const GrDemoItem *from = &scribe->items[i];
    g_autoptr (GrItem) item = gr_item_new();

    item->code = g_strdup (from->code);
    item->description = g_strdup (from->description);
    item->family = g_strdup (_ (families[from->family]));
    g_free (item->unit);
    item->unit = g_strdup (gr_demo_item_unit (from));
    item->unit_cost = from->unit_cost;
    item->unit_price = from->unit_price;
    if (!gr_item_store_save (scribe->database, item, error))
      return FALSE;
    scribe->item_ids[i] = item->id;
    if (!write_terms (scribe, i, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_counts (Scribe *scribe, GError **error)
{
  const GrDemoHistory *history = scribe->history;
  GrCountResult result;

  for (gsize i = 0; i < history->n_items; i++)
    if (!gr_stock_count_store_take (scribe->database, scribe->item_ids[i], scribe->floor_id, history->counted[i],
            history->counted_on, &result, error))
      return FALSE;
  return TRUE;
}

/* One till report a day, numbered by it. */
static gboolean
add_sales (Scribe *scribe, GrSaleBatch *batch, GError **error)
{
  const GArray *sales = scribe->history->sales;
  g_autofree char *invoice = NULL;
  GrDate day = GR_DATE_NONE;
  int line = 0;

  for (guint i = 0; i < sales->len; i++) {
    const GrDemoSale *sale = &g_array_index (sales, GrDemoSale, i);
    GrSaleLine row = {scribe->item_ids[sale->item], sale->on, sale->qty, sale->unit_price, NULL, ++line};
    gboolean is_duplicate;

    if (sale->on != day) {
      g_free (invoice);
      invoice = gr_date_format (sale->on);
      day = sale->on;
      row.line = line = 1;
    }
    row.invoice = invoice;
    if (!gr_sale_batch_add (batch, &row, &is_duplicate, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_sales (Scribe *scribe, GError **error)
{
  g_autoptr (GrSaleBatch) batch = gr_sale_batch_begin (scribe->database, error);
  GrSaleBatchSummary summary;

  return batch != NULL && add_sales (scribe, batch, error) && gr_sale_batch_finish (batch, NULL, &summary, error);
}

static gboolean
write_line (Scribe *scribe, const GrDemoOrder *order, gint64 order_id, const GrDemoOrderLine *line, GError **error)
{
  const GrDemoItem *item = &scribe->items[line->item];
  GrPurchaseOrderLine row = {.order_id = order_id,
      .item_id = scribe->item_ids[line->item],
      .ordered_qty = line->ordered,
      .unit_price = item->unit_cost,
      .expected_on = order->expected_on};

  return gr_order_store_save_line (scribe->database, &row, error) &&
         (line->received == 0 || gr_order_store_receive_line (scribe->database, row.id, scribe->floor_id,
                                     line->received, order->arrived_on, error));
}

static gboolean
write_order (Scribe *scribe, const GrDemoOrder *order, GError **error)
{
  g_autofree char *number = gr_order_store_next_number (scribe->database, error);
  gboolean is_sent = order->state >= GR_ORDER_SENT;
  GrPurchaseOrder row = {.number = number,
      .supplier_id = scribe->supplier_ids[order->supplier],
      .state = order->state,
      .created_on = order->ordered_on,
      .approved_on = order->state != GR_ORDER_DRAFT ? order->ordered_on : GR_DATE_NONE,
      .sent_on = is_sent ? order->ordered_on : GR_DATE_NONE,
      .expected_on = is_sent ? order->expected_on : GR_DATE_NONE,
      .closed_on = GR_DATE_NONE};

  if (number == NULL || !gr_order_store_save (scribe->database, &row, error))
    return FALSE;
  for (guint i = 0; i < order->lines->len; i++)
    if (!write_line (scribe, order, row.id, &g_array_index (order->lines, GrDemoOrderLine, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_orders (Scribe *scribe, GError **error)
{
  for (guint i = 0; i < scribe->history->orders->len; i++)
    if (!write_order (scribe, scribe->history->orders->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_events (Scribe *scribe, GError **error)
{
  g_autoptr (GPtrArray) events = gr_demo_events (scribe->history->first, scribe->history->today);

  for (guint i = 0; i < events->len; i++) {
    GrEvent *event = g_ptr_array_index (events, i);

    if (event->item_id != 0)
      event->item_id = scribe->item_ids[event->item_id - 1];
    if (!gr_event_store_save (scribe->database, event, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (Scribe *scribe, const GrProgress *progress, GError **error)
{
  return gr_location_store_role (scribe->database, GR_PLACE_SHOP, &scribe->floor_id, error) &&
         write_suppliers (scribe, error) && write_items (scribe, error) && write_events (scribe, error) &&
         write_counts (scribe, error) && gr_progress_report (progress, _ ("Creating the demo shop"), 0.2, error) &&
         write_sales (scribe, error) && gr_progress_report (progress, _ ("Creating the demo shop"), 0.5, error) &&
         write_orders (scribe, error);
}

/* One deed, and of the kind that is not taken back: the ground the demo stands on. */
static gboolean
write_history (GrShop *shop, const GrDemoHistory *history, const GrProgress *progress, GError **error)
{
  Scribe scribe = {.shop = shop, .database = gr_shop_database (shop), .history = history};
  g_autofree char *title = gr_deed_title_new (GR_DEED_DEMO_SHOP);
  gboolean is_done;

  if (!gr_shop_begin_deed (shop, "new-shop", title, error))
    return FALSE;
  is_done = gr_shop_end_deed (shop, write_all (&scribe, progress, error), NULL, error);
  g_free (scribe.item_ids);
  g_free (scribe.supplier_ids);
  return is_done;
}

/**
 * gr_shop_create_demo:
 *
 * Makes a delicatessen that does not exist in a new file: thirty months of sales up to yesterday, half a year of ledger
 * and orders, and a plan for today. Fails with %GR_ERROR_EXISTS where there is a file of that name already.
 */
GrShop *
gr_shop_create_demo (const char *path, GrClock clock, const GrProgress *progress, GError **error)
{
  g_autoptr (GrDemoHistory) history = gr_demo_past_grow (gr_clock_today (clock), SEED);
  g_autoptr (GrShop) shop = gr_shop_create (path, _ ("The Larder"), "EUR", clock, error);
  GrPlanOutcome outcome = {0};
  gboolean is_planned;

  if (shop == NULL || !write_history (shop, history, progress, error))
    return NULL;
  is_planned = gr_shop_run_plan (shop, &outcome, progress, error);
  gr_plan_outcome_clear (&outcome);
  return is_planned ? g_steal_pointer (&shop) : NULL;
}
