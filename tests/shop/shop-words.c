#include "shop-words.h"

#include "domain/plan/explanation.h"
#include "shop/base/deed-log.h"
#include "shop/base/shop-private.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/forecast-card.h"
#include "shop/planning/plan-view.h"
#include "shop/purchasing/order-view.h"
#include "shop/stock/stock-view.h"
#include "store/plans/plan-store.h"
#include "store/sales/demand-store.h"

GrPurchaseOrder *
shop_fixture_order (const ShopFixture *fixture, gint64 order_id)
{
  g_autoptr (GError) error = NULL;
  GrPurchaseOrder *order = gr_shop_order (fixture->shop, order_id, &error);

  g_assert_no_error (error);
  return order;
}

const char *
shop_fixture_state (const ShopFixture *fixture, gint64 order_id)
{
  g_autoptr (GrPurchaseOrder) order = shop_fixture_order (fixture, order_id);

  return gr_order_state_id (order->state);
}

static GPtrArray *
lines_of (const ShopFixture *fixture, gint64 order_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = gr_shop_order_lines (fixture->shop, order_id, &error);

  g_assert_no_error (error);
  return lines;
}

GrPurchaseOrderLine
shop_fixture_line (const ShopFixture *fixture, gint64 order_id, gint64 item_id)
{
  g_autoptr (GPtrArray) lines = lines_of (fixture, order_id);

  for (guint i = 0; i < lines->len; i++) {
    GrPurchaseOrderLine line = *(GrPurchaseOrderLine *) lines->pdata[i];

    line.item_code = line.item_description = line.unit = NULL; /* they go with the array */
    if (line.item_id == item_id)
      return line;
  }
  return (GrPurchaseOrderLine){0};
}

static GPtrArray *
all_orders (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  GPtrArray *orders = gr_shop_orders (fixture->shop, &filter, -1, &error);

  g_assert_no_error (error);
  return orders;
}

/* On all orders together, whatever became of them. */
GrQty
shop_fixture_ordered (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GPtrArray) orders = all_orders (fixture);
  GrQty ordered = 0;

  for (guint i = 0; i < orders->len; i++)
    ordered += shop_fixture_line (fixture, ((GrPurchaseOrder *) orders->pdata[i])->id, item_id).ordered_qty;
  return ordered;
}

int
shop_fixture_n_orders (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) orders = all_orders (fixture);

  return (int) orders->len;
}

int
shop_fixture_n_lines (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) orders = all_orders (fixture);
  int n = 0;

  for (guint i = 0; i < orders->len; i++) {
    g_autoptr (GPtrArray) lines = lines_of (fixture, ((GrPurchaseOrder *) orders->pdata[i])->id);

    n += (int) lines->len;
  }
  return n;
}

/* (element-type gint64): all items, in order of codes */
GArray *
shop_fixture_items (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  GArray *ids = gr_shop_stock_ids (fixture->shop, &filter, &error);

  g_assert_no_error (error);
  return ids;
}

GrQty
shop_fixture_lies (const ShopFixture *fixture, gint64 item_id, gint64 location_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gr_shop_stock_rows (fixture->shop, &item_id, 1, location_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  return ((GrStockRow *) rows->pdata[0])->on_hand;
}

/* The preferred ones of an item, to be freed. */
GrSupplierItem *
shop_fixture_terms (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (card->terms->len, >, 0);
  return gr_supplier_item_copy (((GrItemTerms *) card->terms->pdata[0])->terms);
}

GrQty
shop_fixture_on_hand (const ShopFixture *fixture, gint64 item_id)
{
  return shop_fixture_lies (fixture, item_id, 0);
}

/* (element-type GrLedgerRow): newest first */
GPtrArray *
shop_fixture_ledger (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  GrLedgerCursor cursor = {0};
  GPtrArray *rows = gr_shop_ledger (fixture->shop, item_id, &cursor, 100000, &error);

  g_assert_no_error (error);
  return rows;
}

int
shop_fixture_n_moves (const ShopFixture *fixture, GrMoveKind kind)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  int n = 0;

  for (guint i = 0; i < items->len; i++) {
    g_autoptr (GPtrArray) rows = shop_fixture_ledger (fixture, g_array_index (items, gint64, i));

    for (guint k = 0; k < rows->len; k++)
      n += ((GrLedgerRow *) rows->pdata[k])->kind == kind;
  }
  return n;
}

static gboolean
add_day_cb (const GrDemandDay *day, gpointer data)
{
  GrDemandDay *sum = data;

  sum->sold_qty += day->sold_qty;
  sum->returned_qty += day->returned_qty;
  sum->revenue += day->revenue;
  return TRUE;
}

/* Of all items from a day on, returns taken off. */
void
shop_fixture_sold (const ShopFixture *fixture, GrDate from, GrQty *qty, GrMoney *revenue)
{
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  GrDaySpan span = {from, G_MAXINT32};
  GrDemandDay sum = {0};

  g_assert_true (gr_demand_store_each (gr_shop_database (fixture->shop), all, &span, add_day_cb, &sum, NULL));
  *qty = sum.sold_qty - sum.returned_qty;
  *revenue = sum.revenue;
}

int
shop_fixture_n_due (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = gr_shop_suggestions (fixture->shop, 0, gr_shop_today (fixture->shop), &error);

  g_assert_no_error (error);
  return (int) due->len;
}

/* (element-type GrSuggestion) */
GPtrArray *
shop_fixture_suggested (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = gr_shop_suggestions_of_item (fixture->shop, item_id, &error);

  g_assert_no_error (error);
  return found;
}

char *
shop_fixture_explain (const ShopFixture *fixture, gint64 item_id, GrGrain grain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrForecastCard) card = gr_shop_forecast_card (fixture->shop, item_id, grain, &error);

  g_assert_no_error (error);
  return gr_explanation_lines_text (card->lines);
}

static gboolean
find_plan_line (const ShopFixture *fixture, gint64 item_id, GrPlanLine *line)
{
  g_autoptr (GError) error = NULL;
  gboolean exists = FALSE;

  *line = (GrPlanLine){0};
  gr_plan_store_find_line (gr_shop_database (fixture->shop), item_id, line, &exists, &error);
  g_assert_no_error (error);
  return exists;
}

GrPlanLine
shop_fixture_plan_line (const ShopFixture *fixture, gint64 item_id)
{
  GrPlanLine line;

  g_assert_true (find_plan_line (fixture, item_id, &line));
  return line;
}

gboolean
shop_fixture_is_planned (const ShopFixture *fixture, gint64 item_id)
{
  GrPlanLine line;

  return find_plan_line (fixture, item_id, &line);
}

static GPtrArray *
all_deeds (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deeds = gr_shop_deeds (fixture->shop, NULL, 0, 100000, &error);

  g_assert_no_error (error);
  return deeds;
}

int
shop_fixture_n_deeds (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) deeds = all_deeds (fixture);

  return (int) deeds->len;
}

char *
shop_fixture_last_title (const ShopFixture *fixture)
{
  g_autoptr (GPtrArray) deeds = all_deeds (fixture);

  return g_strdup (((GrDeed *) deeds->pdata[0])->title);
}
