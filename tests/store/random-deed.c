#include "random-deed.h"

#include "domain/base/error.h"
#include "store/journal/deed-store.h"
#include "store/sales/demand-store.h"
#include "store/plans/event-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/orders/order-store.h"
#include "store/catalogue/predecessor-store.h"
#include "store/file/query.h"
#include "store/catalogue/setting-store.h"
#include "store/stock/stock-count-store.h"
#include "store/catalogue/supplier-store.h"

typedef struct {
  GrDatabase *database;
  GRand *rand;
  GError **error;
} Play;

static int
pick (Play *play, int from, int before)
{
  return g_rand_int_range (play->rand, from, before);
}

static gint64
any_place (Play *play)
{
  gint64 id = 0;

  gr_location_store_role (play->database, pick (play, 0, 2) == 0 ? GR_PLACE_SHOP : GR_PLACE_WAREHOUSE, &id, NULL);
  return id;
}

static gint64
any_id (Play *play, const char *sql)
{
  gint64 id = 0;

  gr_query_int64 (play->database, &id, NULL, sql, "i", pick (play, 0, 1000));
  return id;
}

static gint64
any_item (Play *play)
{
  return any_id (
      play, "SELECT id FROM item ORDER BY id LIMIT 1 OFFSET (SELECT ?1 % max (1, (SELECT count (*) FROM item)))");
}

static gboolean
add_item (Play *play)
{
  g_autoptr (GrItem) item = gr_item_new();
  GrBarcode barcode = {.qty = 1000};
  g_autofree char *code = g_strdup_printf ("%08x", g_rand_int (play->rand));

  item->code = g_strdup (code);
  item->description = g_strdup_printf ("Thing “%s”, \\ %d %%", code, pick (play, 0, 100));
  item->family = g_strdup_printf ("Family %d", pick (play, 0, 5));
  item->service_level = pick (play, 1, 100) / 101.0;
  item->unit_cost = pick (play, 0, 100000);
  barcode.code = code;
  if (!gr_item_store_save (play->database, item, play->error))
    return FALSE;
  barcode.item_id = item->id;
  return pick (play, 0, 2) == 0 || gr_barcode_store_save (play->database, &barcode, play->error);
}

static gboolean
change_item (Play *play)
{
  gint64 id = any_item (play);
  g_autoptr (GrItem) item = id != 0 ? gr_item_store_by_id (play->database, id, play->error) : NULL;

  if (item == NULL)
    return id == 0;
  item->unit_price = pick (play, 0, 10000);
  item->is_stocked = pick (play, 0, 5) > 0;
  return gr_item_store_save (play->database, item, play->error);
}

static gboolean
count (Play *play)
{
  GrCountResult result;
  gint64 id = any_item (play);
  g_autoptr (GrItem) item = id != 0 ? gr_item_store_by_id (play->database, id, play->error) : NULL;

  if (item == NULL || !item->is_stocked)
    return id == 0 || item != NULL;
  return gr_stock_count_store_take (play->database, id, any_place (play), pick (play, 0, 50) * GR_QTY_ONE,
      pick (play, 100, 130), &result, play->error);
}

static gboolean
adjust (Play *play)
{
  GrMove what = {.item_id = any_item (play), .to_id = any_place (play), .moved_on = 130};

  return what.item_id == 0 || gr_ledger_adjust (play->database, &what, pick (play, -20, 20) * GR_QTY_ONE, play->error);
}

static gboolean
sell (Play *play)
{
  g_autoptr (GrSaleBatch) batch = gr_sale_batch_begin (play->database, play->error);
  g_autofree char *invoice = g_strdup_printf ("%d", pick (play, 0, 40));
  GrSaleBatchSummary summary;

  for (int i = pick (play, 1, 30); batch != NULL && i > 0; i--) {
    GrSaleLine line = {any_item (play), pick (play, 90, 130), pick (play, 1, 9) * GR_QTY_ONE, pick (play, 0, 99999),
        pick (play, 0, 2) == 0 ? NULL : invoice, pick (play, 0, 3)};
    gboolean is_duplicate;

    if (pick (play, 0, 10) == 0)
      line.qty = -line.qty;
    if (line.item_id != 0 && !gr_sale_batch_add (batch, &line, &is_duplicate, play->error))
      return FALSE;
  }
  return batch != NULL && gr_sale_batch_finish (batch, NULL, &summary, play->error);
}

static gboolean
order (Play *play)
{
  g_autoptr (GrPurchaseOrder) made = g_new0 (GrPurchaseOrder, 1);
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  g_autoptr (GrPurchaseOrderLine) line = g_new0 (GrPurchaseOrderLine, 1);

  line->item_id = any_item (play);
  if (line->item_id == 0)
    return TRUE;
  g_free (supplier->name);
  supplier->name = g_strdup_printf ("Supplier %08x", g_rand_int (play->rand));
  if (!gr_supplier_store_save (play->database, supplier, play->error))
    return FALSE;
  made->supplier_id = supplier->id;
  made->state = GR_ORDER_SENT;
  made->created_on = 100;
  made->approved_on = made->sent_on = made->expected_on = made->closed_on = GR_DATE_NONE;
  if (!gr_order_store_save (play->database, made, play->error))
    return FALSE;
  line->order_id = made->id;
  line->ordered_qty = pick (play, 1, 50) * GR_QTY_ONE;
  line->expected_on = 130;
  return gr_order_store_save_line (play->database, line, play->error);
}

/* Only lines of stocked items: what ceased to be stocked is booked on the line alone. */
static gboolean
receive (Play *play)
{
  gint64 id = any_id (play, "SELECT l.id FROM purchase_order_line l JOIN item i ON i.id = l.item_id AND i.is_stocked "
                            "ORDER BY (l.id * 7919 + ?1) % 31 LIMIT 1");

  return id == 0 || gr_order_store_receive_line (
                        play->database, id, any_place (play), pick (play, 1, 20) * GR_QTY_ONE, 130, play->error);
}

static gboolean
set (Play *play)
{
  g_autofree char *value = g_strdup_printf ("0.%d", pick (play, 0, 5));

  return gr_setting_store_set (
      play->database, GR_SETTING_SERVICE_LEVEL, pick (play, 0, 4) == 0 ? NULL : value, play->error);
}

/* Of everything, or of an item. */
static gboolean
plan_event (Play *play)
{
  g_autoptr (GrEvent) event = gr_event_new();

  event->name = g_strdup_printf ("Event %d", pick (play, 0, 5));
  event->item_id = pick (play, 0, 2) == 0 ? 0 : any_item (play);
  event->starts_on = pick (play, 90, 130);
  event->ends_before = event->starts_on + pick (play, 1, 10);
  event->lift_percent = pick (play, 0, 2) == 0 ? GR_EVENT_LIFT_UNKNOWN : pick (play, -50, 100);
  return gr_event_store_save (play->database, event, play->error);
}

static gboolean
succeed (Play *play)
{
  GrPredecessor row = {any_item (play), any_item (play), pick (play, 0, 200)};

  if (row.item_id == row.predecessor_id)
    row.predecessor_id = 0;
  return gr_predecessor_store_save (play->database, &row, play->error);
}

/**
 * random_deed:
 */
gint64
random_deed (GrDatabase *database, GRand *rand, GError **error)
{
  static gboolean (*const kinds[]) (Play *) = {
      add_item, change_item, count, adjust, sell, sell, order, receive, set, plan_event, succeed};
  GrDeedHead head = {.kind = "random", .title = "Something", .who = "chance", .done_at = 1, .done_on = 1};
  Play play = {database, rand, error};
  gint64 deed_id = 0;

  if (!gr_deed_begin (database, &head, error))
    return 0;
  if (!kinds[pick (&play, 0, G_N_ELEMENTS (kinds))](&play)) {
    gr_deed_abandon (database);
    return 0;
  }
  return gr_deed_finish (database, &deed_id, NULL, error) ? deed_id : 0;
}

/**
 * random_undo:
 *
 * Takes any deed back that still holds, the last one most often; one that cannot be is left.
 *
 * Returns: its number, 0 where nothing was taken back.
 */
gint64
random_undo (GrDatabase *database, GRand *rand, GError **error)
{
  GrDeedHead head = {.who = "chance", .done_at = 1, .done_on = 1};
  Play play = {database, rand, error};
  g_autoptr (GError) local = NULL;
  gint64 id = any_id (&play, "SELECT id FROM deed WHERE undoes IS NULL AND undone_by IS NULL ORDER BY id DESC "
                             "LIMIT 1 OFFSET max (0, ?1 % 8 - 4)");

  if (id == 0 || (gr_deed_undo (database, id, &head, &local) && gr_deed_finish (database, NULL, NULL, &local)))
    return id;
  if (!g_error_matches (local, GR_ERROR, GR_ERROR_CONFLICT))
    g_propagate_error (error, g_steal_pointer (&local));
  return 0;
}

/**
 * random_bulk:
 *
 * An import of sales large enough for the tables' guards to be taken down meanwhile.
 *
 * Returns: its number, 0 where there is nothing to sell.
 */
gint64
random_bulk (GrDatabase *database, GRand *rand, GError **error)
{
  GrDeedHead head = {.kind = "bulk", .title = "Bulk", .who = "chance", .done_at = 1, .done_on = 1};
  Play play = {database, rand, error};
  GrSaleLine line = {any_item (&play), 0, GR_QTY_ONE, 100, NULL, 0};
  g_autoptr (GrSaleBatch) batch = NULL;
  GrSaleBatchSummary summary;
  gint64 deed_id = 0;
  gboolean is_duplicate;

  if (line.item_id == 0 || !gr_deed_begin (database, &head, error))
    return 0;
  batch = gr_sale_batch_begin (database, error);
  for (int i = 0; i < 3000; i++) {
    line.sold_on = i - 3000;
    line.unit_price = pick (&play, 0, G_MAXINT32);
    if (!gr_sale_batch_add (batch, &line, &is_duplicate, error))
      return 0;
  }
  if (gr_sale_batch_finish (batch, NULL, &summary, error))
    gr_deed_finish (database, &deed_id, NULL, error);
  return deed_id;
}
