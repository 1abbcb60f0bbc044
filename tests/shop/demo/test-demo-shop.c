#include "shop-words.h"

#include "shop/base/check-shop.h"
#include "shop/demo/demo-past.h"
#include "shop/demo/demo-shop.h"
#include "shop/stock/stock-view.h"
#include "shop/planning/today-view.h"
#include "shop/base/undo-deed.h"

#include <glib/gstdio.h>
#include <string.h>

static const int days[][3] = {{2026, 11, 22}, {2027, 2, 28}, {2026, 6, 1}, {2028, 12, 31}};

static void
test_assortment (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n_items, n_families, n_suppliers;
  const GrDemoItem *items = gr_demo_items (&n_items);

  gr_demo_families (&n_families);
  gr_demo_suppliers (&n_suppliers);
  g_assert_cmpuint (n_items, >=, 115);
  g_assert_cmpuint (n_families, ==, 8);
  g_assert_cmpuint (n_suppliers, ==, 10);
  for (gsize i = 0; i < n_items; i++) {
    g_autofree char *barcode = gr_demo_barcode (i);
    int sum = 0;

    g_assert_cmpuint ((gsize) items[i].family, <, n_families);
    g_assert_cmpuint ((gsize) items[i].supplier, <, n_suppliers);
    g_assert_cmpint (items[i].unit_cost, <, items[i].unit_price);
    g_assert_true (g_hash_table_add (codes, g_strdup (items[i].code)));
    g_assert_cmpuint (strlen (barcode), ==, 13);
    for (int d = 0; d < 13; d++)
      sum += (barcode[d] - '0') * (d % 2 == 0 ? 1 : 3);
    g_assert_cmpint (sum % 10, ==, 0);
    g_assert_true (g_hash_table_add (codes, g_steal_pointer (&barcode)));
  }
}

/* Counted + received - sold = on hand, item by item, on whatever day the demo is opened. */
static void
test_history_adds_up (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (days); k++) {
    g_autoptr (GrDemoHistory) history =
        gr_demo_past_grow (gr_date_from_ymd (days[k][0], days[k][1], days[k][2]), 1 + k);
    g_autofree GrQty *stock = g_memdup2 (history->counted, history->n_items * sizeof (GrQty));

    for (guint i = 0; i < history->sales->len; i++) {
      const GrDemoSale *sale = &g_array_index (history->sales, GrDemoSale, i);

      g_assert_cmpint (sale->on, >=, history->first);
      g_assert_cmpint (sale->on, <, history->today);
      if (sale->on >= history->counted_on)
        stock[sale->item] -= sale->qty;
    }
    for (guint i = 0; i < history->orders->len; i++) {
      const GrDemoOrder *order = history->orders->pdata[i];

      for (guint j = 0; j < order->lines->len; j++) {
        const GrDemoOrderLine *line = &g_array_index (order->lines, GrDemoOrderLine, j);

        stock[line->item] += line->received;
        g_assert_true (line->received == 0 || order->arrived_on < history->today);
        g_assert_true (line->received == line->ordered || order->state != GR_ORDER_RECEIVED);
      }
    }
    for (gsize i = 0; i < history->n_items; i++)
      g_assert_cmpint (stock[i], ==, history->on_hand[i]);
  }
}

static void
test_history_is_the_same (void)
{
  GrDate today = gr_date_from_ymd (2026, 11, 22);
  g_autoptr (GrDemoHistory) one = gr_demo_past_grow (today, 5);
  g_autoptr (GrDemoHistory) same = gr_demo_past_grow (today, 5);
  g_autoptr (GrDemoHistory) other = gr_demo_past_grow (today, 6);

  g_assert_cmpuint (one->sales->len, ==, same->sales->len);
  for (guint i = 0; i < one->sales->len; i++)
    g_assert_cmpint (g_array_index (one->sales, GrDemoSale, i).qty, ==, g_array_index (same->sales, GrDemoSale, i).qty);
  g_assert_cmpuint (one->sales->len, !=, other->sales->len);
}

static void
write_history (const GrDemoHistory *history, GString *text)
{
  for (gsize i = 0; i < history->n_items; i++)
    g_string_append_printf (text, "%d %d\n", (int) history->counted[i], (int) history->on_hand[i]);
  for (guint i = 0; i < history->sales->len; i++) {
    const GrDemoSale *sale = &g_array_index (history->sales, GrDemoSale, i);

    g_string_append_printf (
        text, "%d %d %d %d\n", (int) sale->item, (int) sale->on, (int) sale->qty, (int) sale->unit_price);
  }
  for (guint i = 0; i < history->orders->len; i++) {
    const GrDemoOrder *order = history->orders->pdata[i];

    g_string_append_printf (text, "%d %d %d %d %d\n", (int) order->supplier, (int) order->state,
        (int) order->ordered_on, (int) order->expected_on, (int) order->arrived_on);
    for (guint j = 0; j < order->lines->len; j++) {
      const GrDemoOrderLine *line = &g_array_index (order->lines, GrDemoOrderLine, j);

      g_string_append_printf (text, "  %d %d %d\n", (int) line->item, (int) line->ordered, (int) line->received);
    }
  }
}

/* Screenshots, the handbook and the tests of the program tell of this past: whoever changes it changes it knowingly. */
static void
test_history_is_the_one_we_know (void)
{
  static const char *const known[G_N_ELEMENTS (days)] = {"101f2917af9e1bf492fbe9e018bc7208",
      "d781af01b1ec27eefaf354c780ac926c", "c16be9bdc71f665f57890f7ff1778820", "78a8a17356cac1f4f7788025b3fe2c0d"};

  for (gsize k = 0; k < G_N_ELEMENTS (days); k++) {
    g_autoptr (GrDemoHistory) history =
        gr_demo_past_grow (gr_date_from_ymd (days[k][0], days[k][1], days[k][2]), 1 + k);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *sum = NULL;

    write_history (history, text);
    sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, text->str, (gssize) text->len);
    g_assert_cmpstr (sum, ==, known[k]);
  }
}

/* Seasons, a dying item and a new one are there to be seen. */
static void
test_history_has_stories (void)
{
  GrDate today = gr_date_from_ymd (2026, 11, 22);
  g_autoptr (GrDemoHistory) history = gr_demo_past_grow (today, 5);
  gsize n;
  const GrDemoItem *items = gr_demo_items (&n);
  GrQty dying_then = 0, dying_now = 0, asparagus_in_autumn = 0, asparagus_in_may = 0, returned = 0;

  for (guint i = 0; i < history->sales->len; i++) {
    const GrDemoSale *sale = &g_array_index (history->sales, GrDemoSale, i);
    const GrDemoItem *item = &items[sale->item];
    int year, month, day;

    gr_date_to_ymd (sale->on, &year, &month, &day);
    if (item->fate == GR_DEMO_NEW)
      g_assert_cmpint (today - sale->on, <=, 63);
    if (item->fate == GR_DEMO_DYING && today - sale->on < 90)
      dying_now += sale->qty;
    if (item->fate == GR_DEMO_DYING && today - sale->on > 700 && today - sale->on < 790)
      dying_then += sale->qty;
    if (item->season == GR_DEMO_ASPARAGUS)
      *(month == 5 ? &asparagus_in_may : month > 7 ? &asparagus_in_autumn : &returned) += sale->qty;
    g_assert_cmpint (gr_date_weekday (sale->on), !=, 7);
  }
  g_assert_cmpint (dying_now, <, dying_then / 4);
  g_assert_cmpint (asparagus_in_may, >, 0);
  g_assert_cmpint (asparagus_in_autumn, ==, 0);
}

/* What lies in the file of it: orders and their lines, and sums of the rest. */
static void
assert_is_known (GrShop *shop)
{
  ShopFixture fixture = {.shop = shop, .today = gr_shop_today (shop)};
  g_autofree char *orders = shop_fixture_orders_text (&fixture);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, orders, -1);
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  GrStockTotals totals;
  GrMoney revenue;
  GrQty sold;

  shop_fixture_sold (&fixture, G_MININT32 + 1, &sold, &revenue);
  g_assert_true (gr_shop_stock_totals (shop, &filter, &totals, NULL));
  g_assert_cmpint (sold, ==, 358823600);
  g_assert_cmpint (revenue, ==, 227392360);
  g_assert_cmpint (totals.n_items, ==, 122);
  g_assert_cmpint (totals.n_below_zero, ==, 1);
  g_assert_cmpint (totals.stock_value, ==, 2754804);
  g_assert_cmpstr (sum, ==, "e536fb1d2a36d7140aedfe4c59df8e70");
}

static void
test_create (void)
{
  g_autofree char *directory = g_dir_make_tmp ("granary-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "demo.granary", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = gr_shop_create_demo (path, gr_clock_fixed (gr_date_from_ymd (2026, 11, 22)), NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) today = NULL;
  gint64 counts[GR_N_TODAY_KINDS];

  g_assert_no_error (error);
  findings = gr_shop_check (shop, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (((GrCheckFinding *) findings->pdata[i])->is_proved);
  g_assert_true (gr_shop_today_counts (shop, counts, &error));
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++)
    g_assert_cmpint (counts[kind], >, 0);
  today = gr_shop_today_rows (shop, 5, &error);
  for (guint i = 0; i < today->len; i++) {
    g_autofree char *sentence = gr_today_row_sentence (today->pdata[i], gr_shop_today (shop));

    g_assert_cmpstr (sentence, !=, "");
    if (i > 0)
      g_assert_cmpint (((GrTodayRow *) today->pdata[i])->money, <=, ((GrTodayRow *) today->pdata[i - 1])->money);
  }
  g_assert_null (gr_shop_undo_title (shop));
  assert_is_known (shop);
  g_clear_object (&shop);
  g_unlink (path);
  g_rmdir (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo-shop/assortment", test_assortment);
  g_test_add_func ("/demo-shop/history-adds-up", test_history_adds_up);
  g_test_add_func ("/demo-shop/history-is-the-same", test_history_is_the_same);
  g_test_add_func ("/demo-shop/history-is-known", test_history_is_the_one_we_know);
  g_test_add_func ("/demo-shop/history-has-stories", test_history_has_stories);
  g_test_add_func ("/demo-shop/create", test_create);
  return g_test_run();
}
