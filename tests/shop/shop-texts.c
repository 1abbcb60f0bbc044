#include "shop-words.h"

#include "shop/catalogue/item-card.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/purchasing/order-view.h"
#include "shop/stock/stock-view.h"
#include "shop/base/catch-up.h"
#include "shop/base/shop-private.h"
#include "shop/planning/replan-items.h"

#define L G_GINT64_FORMAT

static void
write_plan_line (const ShopFixture *fixture, gint64 item_id, GString *text)
{
  GrPlanLine line;

  if (!shop_fixture_is_planned (fixture, item_id))
    return;
  line = shop_fixture_plan_line (fixture, item_id);
  g_string_append_printf (text,
      "%" L " plan: supplier %" L " health %d safety %" L " point %" L " up to %" L " days %g out %d risk %" L
      " excess %" L " week %g\n",
      item_id, line.supplier_id, (int) line.health, line.safety_stock, line.reorder_point, line.order_up_to,
      line.days_of_supply, (int) line.stock_out_on, line.money_at_risk, line.excess_value, line.weekly_demand);
}

static void
write_suggestions (const ShopFixture *fixture, gint64 item_id, GString *text)
{
  g_autoptr (GPtrArray) found = shop_fixture_suggested (fixture, item_id);

  for (guint i = 0; i < found->len; i++) {
    const GrSuggestion *one = found->pdata[i];

    g_string_append_printf (text,
        "%" L " suggestion %d: supplier %" L " need %" L " qty %" L " at %" L " needed %d order %d arrive %d late %d\n",
        item_id, one->step, one->supplier_id, one->need, one->qty, one->unit_price, (int) one->needed_on,
        (int) one->order_on, (int) one->arrive_on, one->is_late);
  }
}

/* Every item's line of the plan and what is suggested for it. */
char *
shop_fixture_plan_text (const ShopFixture *fixture)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    write_plan_line (fixture, g_array_index (items, gint64, i), text);
    write_suggestions (fixture, g_array_index (items, gint64, i), text);
  }
  return g_string_free (text, FALSE);
}

static void
write_order (const ShopFixture *fixture, const GrPurchaseOrder *order, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (fixture->shop, order->id, &error);

  g_assert_no_error (error);
  g_string_append_printf (text,
      "%" L " %s from %s: %s hold %d created %d approved %d sent %d expected %d closed %d note %s value %" L " open %" L
      "\n",
      order->id, order->number, order->supplier_name, gr_order_state_id (order->state), order->is_on_hold,
      (int) order->created_on, (int) order->approved_on, (int) order->sent_on, (int) order->expected_on,
      (int) order->closed_on, order->note, order->value, order->open_value);
  for (guint i = 0; i < lines->len; i++) {
    const GrPurchaseOrderLine *line = lines->pdata[i];

    g_string_append_printf (text, "  %" L " %s: ordered %" L " received %" L " cancelled %" L " at %" L " on %d\n",
        line->id, line->item_code, line->ordered_qty, line->received_qty, line->cancelled_qty, line->unit_price,
        (int) line->expected_on);
  }
}

/* Every order and its lines. */
char *
shop_fixture_orders_text (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  g_autoptr (GPtrArray) orders = gr_shop_orders (fixture->shop, &filter, -1, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < orders->len; i++)
    write_order (fixture, orders->pdata[i], text);
  return g_string_free (text, FALSE);
}

static void
write_terms (const GrItemTerms *of, GString *text)
{
  const GrSupplierItem *terms = of->terms;

  g_string_append_printf (text, "  of %s: code %s at %" L " in %d (%g) days, least %" L " packs %" L " preferred %d\n",
      of->supplier_name, terms->supplier_code, terms->unit_price, terms->lead_time_days, terms->lead_time_sd_days,
      terms->minimum_order_qty, terms->order_multiple, terms->is_preferred);
}

static void
write_item (const ShopFixture *fixture, gint64 item_id, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, &error);
  const GrItem *item;

  g_assert_no_error (error);
  item = card->item;
  g_string_append_printf (text,
      "%" L " %s “%s” family %s unit %s cost %" L " price %" L " status %s stocked %d level %g on order %" L "\n",
      item_id, item->code, item->description, item->family, item->unit, item->unit_cost, item->unit_price,
      gr_item_status_id (item->status), item->is_stocked, item->service_level, card->on_order);
  for (guint i = 0; i < card->balances->len; i++) {
    const GrBalance *balance = card->balances->pdata[i];

    g_string_append_printf (text, "  in %s: %" L "\n", balance->location_name, balance->qty);
  }
  for (guint i = 0; i < card->barcodes->len; i++) {
    const GrBarcode *barcode = card->barcodes->pdata[i];

    g_string_append_printf (text, "  barcode %s: %" L "\n", barcode->code, barcode->qty);
  }
  for (guint i = 0; i < card->terms->len; i++)
    write_terms (card->terms->pdata[i], text);
}

static void
write_suppliers (const ShopFixture *fixture, GString *text)
{
  g_autoptr (GPtrArray) rows = gr_shop_suppliers (fixture->shop, NULL, NULL);

  for (guint i = 0; i < rows->len; i++) {
    const GrSupplierRow *row = rows->pdata[i];

    g_string_append_printf (text, "%s: %d (%g) days, %d items, %d open, %" L " to come, %d suggested, %" L "\n",
        row->name, row->lead_time_days, row->lead_time_sd_days, row->n_items, row->n_open_orders, row->open_value,
        row->n_suggestions, row->suggested_value);
  }
}

static void
write_families (const ShopFixture *fixture, GString *text)
{
  g_autoptr (GPtrArray) families = gr_shop_families (fixture->shop, NULL);

  for (guint i = 0; i < families->len; i++) {
    const GrFamily *family = families->pdata[i];

    g_string_append_printf (text, "%s: level %g, %d items\n", family->name, family->service_level, family->n_items);
  }
}

/* Everything that a person can see of the shop and that taking a deed back has to bring back. */
char *
shop_fixture_books_text (const ShopFixture *fixture)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  g_autofree char *orders = shop_fixture_orders_text (fixture);
  g_autofree char *plan = shop_fixture_plan_text (fixture);
  GString *text = g_string_new (NULL);
  GrMoney revenue;
  GrQty sold;

  shop_fixture_sold (fixture, G_MININT32 + 1, &sold, &revenue);
  g_string_append_printf (text, "%s %s %g; sold %" L " for %" L "\n", gr_shop_name (fixture->shop),
      gr_shop_currency (fixture->shop), gr_shop_service_level (fixture->shop), sold, revenue);
  write_families (fixture, text);
  write_suppliers (fixture, text);
  for (guint i = 0; i < items->len; i++)
    write_item (fixture, g_array_index (items, gint64, i), text);
  g_string_append (text, orders);
  g_string_append (text, plan);
  return g_string_free (text, FALSE);
}

/* The plan is the one that all items together are given from the saved forecasts. */
void
shop_fixture_assert_plan_follows (const ShopFixture *fixture, const char *after)
{
  GrDatabase *database = gr_shop_database (fixture->shop);
  g_autofree char *plan = shop_fixture_plan_text (fixture);
  g_autofree char *anew = NULL;

  g_assert_false (gr_shop_is_behind (fixture->shop));
  g_assert_true (gr_database_begin (database, NULL));
  g_assert_true (gr_replan_all (fixture->shop, NULL));
  g_assert_true (gr_database_commit (database, NULL));
  anew = shop_fixture_plan_text (fixture);
  if (!g_str_equal (plan, anew))
    g_test_message ("after %s", after);
  g_assert_cmpstr (plan, ==, anew);
}
