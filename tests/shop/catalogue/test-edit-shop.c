#include "shop-words.h"

#include "shop/stock/adjust-stock.h"
#include "shop/base/deed-log.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/base/undo-deed.h"

#include "domain/base/error.h"
#include "store/stock/location-store.h"

static void
assert_undo_title (const ShopFixture *fixture, const char *expected)
{
  g_autofree char *title = gr_shop_undo_title (fixture->shop);

  g_assert_cmpstr (title, ==, expected);
}

static GrQty
on_hand (const ShopFixture *fixture, gint64 item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item, &error);

  g_assert_no_error (error);
  return card->on_hand;
}

static void
test_adjust (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 item = fixture->steady[0];
  GrQty before;

  g_assert_true (gr_shop_adjust_stock (
      fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 12500, NULL, &error));
  g_assert_no_error (error);
  before = on_hand (fixture, item);
  g_assert_cmpint (before, ==, 12500);
  g_assert_true (gr_shop_adjust_stock (
      fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 9000, "Two broke", &error));
  assert_undo_title (fixture, "Adjust A-1 from 12.5 to 9");
  g_assert_cmpint (on_hand (fixture, item), ==, 9000);
  g_assert_true (gr_shop_undo (fixture->shop, &title, NULL, &error));
  g_assert_cmpstr (title, ==, "Adjust A-1 from 12.5 to 9");
  g_assert_cmpint (on_hand (fixture, item), ==, before);
  g_assert_true (gr_shop_redo (fixture->shop, NULL, NULL, &error));
  g_assert_cmpint (on_hand (fixture, item), ==, 9000);
  shop_fixture_check (fixture);
}

static void
test_adjust_is_refused (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gr_shop_adjust_stock (
      fixture->shop, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), -1, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gr_shop_adjust_stock (
      fixture->shop, fixture->service, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 1000, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (
      gr_shop_adjust_stock (fixture->shop, 4711, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 1000, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
}

/* The same as the books say is no deed. */
static void
test_adjust_to_the_same (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  g_assert_true (gr_shop_adjust_stock (
      fixture->shop, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 5000, NULL, &error));
  before = gr_shop_undo_title (fixture->shop);
  g_assert_true (gr_shop_adjust_stock (
      fixture->shop, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 5000, NULL, &error));
  assert_undo_title (fixture, before);
}

static void
test_item_titles (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_autoptr (GrItem) item = gr_item_copy (card->item);

  item->unit_price += 100;
  g_assert_cmpint (shop_save_item (fixture->shop, item, &error), ==, item->id);
  assert_undo_title (fixture, "Selling price of A-1");
  item->unit_cost += 100;
  item->status = GR_ITEM_DISCONTINUED;
  g_assert_cmpint (shop_save_item (fixture->shop, item, &error), ==, item->id);
  assert_undo_title (fixture, "Changes to A-1");
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, &error));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&card, gr_item_card_free);
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_assert_cmpint (card->item->unit_price, ==, item->unit_price - 100);
  g_assert_cmpint (card->item->status, ==, GR_ITEM_ACTIVE);
}

static void
test_item_is_refused (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = gr_item_new();

  g_assert_cmpint (shop_save_item (fixture->shop, item, &error), ==, 0);
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  item->code = g_strdup ("A-2");
  item->description = g_strdup ("");
  g_assert_cmpint (shop_save_item (fixture->shop, item, &error), ==, 0);
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
}

static void
test_barcodes (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 item = fixture->steady[2];
  GrQty qty;

  g_assert_true (gr_shop_add_barcode (fixture->shop, item, "4006381333931", GR_QTY_ONE, &error));
  g_assert_true (gr_shop_add_barcode (fixture->shop, item, "14006381333938", 12 * GR_QTY_ONE, &error));
  g_assert_cmpint (gr_shop_find_item (fixture->shop, "14006381333938", &qty, &error), ==, item);
  g_assert_cmpint (qty, ==, 12 * GR_QTY_ONE);
  g_assert_false (gr_shop_add_barcode (fixture->shop, fixture->steady[3], "4006381333931", GR_QTY_ONE, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (gr_shop_remove_barcode (fixture->shop, "4006381333931", &error));
  g_assert_false (gr_shop_remove_barcode (fixture->shop, "4006381333931", &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (gr_shop_add_barcode (fixture->shop, item, "", GR_QTY_ONE, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

/* A second set of terms takes the first one's place, as the preferred one where it says so. */
static void
test_terms (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autoptr (GrItemCard) card = NULL;
  const GrItemTerms *first;

  terms->item_id = fixture->steady[0];
  terms->supplier_id = fixture->dairy;
  terms->unit_price = 10000;
  terms->lead_time_days = -1;
  terms->is_preferred = TRUE;
  g_assert_true (gr_shop_save_terms (fixture->shop, terms, &error));
  g_assert_no_error (error);
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_assert_cmpuint (card->terms->len, ==, 2);
  first = card->terms->pdata[0];
  g_assert_cmpint (first->terms->supplier_id, ==, fixture->dairy);
  g_assert_true (gr_shop_remove_terms (fixture->shop, first->terms->id, &error));
  g_clear_pointer (&card, gr_item_card_free);
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_assert_cmpuint (card->terms->len, ==, 1);
  g_assert_false (gr_shop_remove_terms (fixture->shop, 4711, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
}

static GrQty
reorder_point (const ShopFixture *fixture)
{
  return shop_fixture_plan_line (fixture, fixture->steady[0]).reorder_point;
}

/* A new lead time moves the plan of what the supplier sells. */
static void
test_supplier (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) supplier = gr_shop_supplier (fixture->shop, fixture->mill, &error);
  g_autofree char *taken = NULL;
  GrQty before;

  shop_fixture_plan (fixture);
  before = reorder_point (fixture);
  supplier->lead_time_days += 30;
  g_assert_cmpint (gr_shop_save_supplier (fixture->shop, supplier, &error), ==, fixture->mill);
  g_assert_cmpint (reorder_point (fixture), >, before);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, &error));
  g_assert_cmpint (reorder_point (fixture), ==, before);
  supplier->id = 0;
  g_assert_cmpint (gr_shop_save_supplier (fixture->shop, supplier, &error), ==, 0);
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
}

/* Back to the ground, where undo ends, and forth again. */
static void
test_undo_everything (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = shop_fixture_books_text (fixture);
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GArray) nothing = NULL;
  int n = 0, m = 0;

  while (gr_shop_undo (fixture->shop, NULL, NULL, &error))
    n++;
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (n, >, 10);
  assert_undo_title (fixture, NULL);
  nothing = shop_fixture_items (fixture);
  g_assert_cmpuint (nothing->len, ==, 0);
  shop_fixture_check (fixture);
  while (gr_shop_redo (fixture->shop, NULL, NULL, &error))
    m++;
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_assert_cmpint (m, ==, n);
  after = shop_fixture_books_text (fixture);
  g_assert_cmpstr (after, ==, before);
  shop_fixture_check (fixture);
}

static void
test_log (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = gr_shop_deeds (fixture->shop, NULL, 0, 3, &error);
  g_autoptr (GPtrArray) second = NULL;
  const GrDeed *last;

  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 3);
  last = first->pdata[2];
  second = gr_shop_deeds (fixture->shop, NULL, last->id, 3, &error);
  g_assert_cmpint (((const GrDeed *) second->pdata[0])->id, <, last->id);
  g_assert_cmpstr (last->who, ==, g_get_user_name());
}

static void
assert_finds (ShopFixture *fixture, const char *words, int limit, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = gr_shop_deeds (fixture->shop, words, 0, limit, &error);

  g_test_message ("%s", words);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n);
}

static void
test_log_is_searched (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  guint n;

  for (int i = 1; i <= 3; i++)
    g_assert_true (gr_shop_adjust_stock (fixture->shop, g_array_index (items, gint64, 0), 0, 7777000 * i, NULL, NULL));
  n = (guint) shop_fixture_n_deeds (fixture);
  assert_finds (fixture, NULL, 1000, n);
  assert_finds (fixture, "  ", 1000, n);
  assert_finds (fixture, g_get_user_name(), 1000, n);
  assert_finds (fixture, " ÁDJUST  FROM 7777", 1000, 2); /* from it, and to it */
  assert_finds (fixture, "adjust", 2, 2);
  assert_finds (fixture, "adjust xyz", 1000, 0);
}

/* Back to a change: it and all since are undone, and nothing before. */
static void
test_undo_to (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = shop_fixture_books_text (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  g_autoptr (GPtrArray) deeds = NULL;
  gint64 item_id = g_array_index (items, gint64, 0), first_id;
  int n_undone;

  for (int i = 1; i <= 3; i++)
    g_assert_true (gr_shop_adjust_stock (fixture->shop, item_id, 0, 7000 * i, NULL, NULL));
  deeds = gr_shop_deeds (fixture->shop, NULL, 0, 3, NULL);
  first_id = ((const GrDeed *) deeds->pdata[2])->id;
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_true (gr_shop_undo_to (fixture->shop, first_id, &n_undone, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_undone, ==, 2); /* one was undone before */
  after = shop_fixture_books_text (fixture);
  g_assert_cmpstr (after, ==, before);
  shop_fixture_check (fixture);
  g_assert_false (gr_shop_undo_to (fixture->shop, first_id, &n_undone, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_assert_cmpint (n_undone, ==, 0);
  for (int i = 0; i < 3; i++)
    g_assert_true (gr_shop_redo (fixture->shop, NULL, NULL, NULL));
  g_assert_cmpint (shop_fixture_on_hand (fixture, item_id), ==, 21000);
}

/* The ground on which all stands is not taken away. */
static void
test_a_new_shop_is_not_undone (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int n_undone;

  g_assert_false (gr_shop_undo_to (fixture->shop, 1, &n_undone, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (gr_shop_undo_to (fixture->shop, 99999, &n_undone, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_assert_cmpint (n_undone, ==, 0);
}

#define ADD(name, func) g_test_add (name, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit-shop/adjust", test_adjust);
  ADD ("/edit-shop/adjust-is-refused", test_adjust_is_refused);
  ADD ("/edit-shop/adjust-to-the-same", test_adjust_to_the_same);
  ADD ("/edit-shop/item-titles", test_item_titles);
  ADD ("/edit-shop/item-is-refused", test_item_is_refused);
  ADD ("/edit-shop/barcodes", test_barcodes);
  ADD ("/edit-shop/terms", test_terms);
  ADD ("/edit-shop/supplier", test_supplier);
  ADD ("/edit-shop/undo-everything", test_undo_everything);
  ADD ("/edit-shop/log", test_log);
  ADD ("/edit-shop/log-is-searched", test_log_is_searched);
  ADD ("/edit-shop/undo-to", test_undo_to);
  ADD ("/edit-shop/a-new-shop-is-not-undone", test_a_new_shop_is_not_undone);
  return g_test_run();
}
