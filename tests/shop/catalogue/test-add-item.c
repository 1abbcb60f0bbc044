#include "shop-words.h"

#include "shop/base/undo-deed.h"
#include "shop/catalogue/add-item.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/supplier-view.h"

#include "domain/base/error.h"
#include "expect.h"

static GrItem *
new_item (const char *code)
{
  GrItem *item = gr_item_new();

  item->code = g_strdup (code);
  item->description = g_strdup ("Quince jelly");
  item->family = g_strdup ("Cakes");
  item->unit_cost = 21500;
  item->unit_price = 39900;
  return item;
}

static char *
dump_catalogue (const ShopFixture *fixture)
{
  static const char *const tables[] = {"SELECT id, code, family_id, unit_cost FROM item ORDER BY id",
      "SELECT id, name, lead_time_days FROM supplier ORDER BY id",
      "SELECT item_id, supplier_id, unit_price, lead_time_days, order_multiple FROM supplier_item ORDER BY id",
      "SELECT code, item_id FROM barcode ORDER BY id", "SELECT item_id, qty FROM balance WHERE qty <> 0 ORDER BY 1, 2"};
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *rows = shop_fixture_dump (fixture, tables[i]);

    g_string_append_printf (text, "%s\n", rows);
  }
  return g_string_free (text, FALSE);
}

/* All of it is one deed: an undo leaves nothing of it, a redo brings all of it again. */
static void
test_whole (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("JEL-1");
  GrNewItem whole = GR_NEW_ITEM (item);
  g_autofree char *before = dump_catalogue (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GrItemCard) card = NULL;
  const GrItemTerms *terms;
  int n_deeds = shop_fixture_n_deeds (fixture);
  gint64 id = 0;

  whole.supplier = "Orchard";
  whole.lead_time_days = 9;
  whole.order_multiple = 6 * GR_QTY_ONE;
  whole.barcode = "4006381333931";
  whole.opening_stock = 7 * GR_QTY_ONE;
  EXPECT ((id = gr_shop_add_item (fixture->shop, &whole, ERR)) != 0);
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds + 1);
  EXPECT ((card = gr_shop_item_card (fixture->shop, id, ERR)) != NULL);
  g_assert_cmpint (card->on_hand, ==, 7 * GR_QTY_ONE);
  g_assert_cmpint (card->value, ==, 1505);
  terms = card->terms->pdata[0];
  g_assert_cmpstr (terms->supplier_name, ==, "Orchard");
  g_assert_cmpint (terms->terms->unit_price, ==, 21500);
  g_assert_cmpint (terms->terms->order_multiple, ==, 6 * GR_QTY_ONE);
  g_assert_cmpint (gr_shop_find_item (fixture->shop, "4006381333931", NULL, NULL), ==, id);
  after = dump_catalogue (fixture);
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  undone = dump_catalogue (fixture);
  g_assert_cmpstr (undone, ==, before);
  EXPECT (gr_shop_redo (fixture->shop, NULL, NULL, ERR));
  redone = dump_catalogue (fixture);
  g_assert_cmpstr (redone, ==, after);
  shop_fixture_check (fixture);
}

/* What is said of a new supplier's lead time is theirs; of one that is there, this item's only. */
static void
test_lead_time (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) first = new_item ("JEL-1");
  g_autoptr (GrItem) second = new_item ("JEL-2");
  g_autoptr (GrItem) third = new_item ("JEL-3");
  GrNewItem new_one = GR_NEW_ITEM (first), other = GR_NEW_ITEM (second), silent = GR_NEW_ITEM (third);
  g_autofree char *terms = NULL;

  new_one.supplier = "Orchard";
  new_one.lead_time_days = 9;
  other.supplier = "ORCHARD"; /* the same one, whatever the letters */
  other.lead_time_days = 4;
  silent.supplier = "Orchard";
  EXPECT (gr_shop_add_item (fixture->shop, &new_one, ERR) != 0);
  EXPECT (gr_shop_add_item (fixture->shop, &other, ERR) != 0);
  EXPECT (gr_shop_add_item (fixture->shop, &silent, ERR) != 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT lead_time_days FROM supplier WHERE name = 'Orchard'"), ==, 9);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM supplier WHERE name = 'ORCHARD'"), ==, 0);
  terms = shop_fixture_dump (fixture,
      "SELECT coalesce (t.lead_time_days, 'theirs') FROM supplier_item t JOIN supplier s ON s.id = supplier_id "
      "WHERE s.name = 'Orchard' ORDER BY t.id");
  g_assert_cmpstr (terms, ==, "theirs\n4\ntheirs\n");
}

/* A family in other letters is the one that is there; where nothing is said, nothing is made. */
static void
test_little (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("JEL-1");
  GrNewItem bare = GR_NEW_ITEM (item);
  g_autofree char *family = NULL;
  gint64 n_families = shop_fixture_number (fixture, "SELECT count (*) FROM family");
  gint64 id = 0;

  g_free (item->family);
  item->family = g_strdup ("mIlK");
  EXPECT ((id = gr_shop_add_item (fixture->shop, &bare, ERR)) != 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM family"), ==, n_families);
  family =
      shop_fixture_dump (fixture, "SELECT f.name FROM item i JOIN family f ON f.id = family_id WHERE i.code = 'JEL-1'");
  g_assert_cmpstr (family, ==, "Milk\n");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM supplier_item WHERE item_id = (SELECT max (id) "
                                                 "FROM item)"),
      ==, 0);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM stock_count_line WHERE item_id = (SELECT max (id) "
                                    "FROM item)"),
      ==, 0);
}

/* Counted to nothing is counted. */
static void
test_none_there (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("JEL-1");
  GrNewItem none = GR_NEW_ITEM (item);

  none.opening_stock = 0;
  EXPECT (gr_shop_add_item (fixture->shop, &none, ERR) != 0);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT counted_qty FROM stock_count_line WHERE item_id = (SELECT max (id) "
                                    "FROM item)"),
      ==, 0);
  shop_fixture_check (fixture);
}

#define IS_REFUSED(new_item, code)                                                                                     \
  REFUSED (gr_shop_check_new_item (fixture->shop, &(new_item), ERR), code);                                            \
  REFUSED (gr_shop_add_item (fixture->shop, &(new_item), ERR) != 0, code)

static void
test_refused (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("");
  GrNewItem whole = GR_NEW_ITEM (item);
  g_autofree char *before = dump_catalogue (fixture);
  g_autofree char *after = NULL;

  IS_REFUSED (whole, GR_ERROR_INVALID);
  g_free (item->code);
  item->code = g_strdup ("A-1");
  IS_REFUSED (whole, GR_ERROR_EXISTS);
  g_free (item->code);
  item->code = g_strdup ("JEL-1");
  whole.lead_time_days = 3;
  IS_REFUSED (whole, GR_ERROR_INVALID); /* of nobody */
  whole.supplier = "Orchard";
  whole.lead_time_days = 4000;
  IS_REFUSED (whole, GR_ERROR_INVALID);
  whole.lead_time_days = 3;
  whole.opening_stock = GR_QTY_LIMIT;
  IS_REFUSED (whole, GR_ERROR_INVALID);
  whole.opening_stock = -2;
  IS_REFUSED (whole, GR_ERROR_INVALID);
  whole.opening_stock = 1000;
  item->is_stocked = FALSE;
  IS_REFUSED (whole, GR_ERROR_INVALID);
  item->is_stocked = TRUE;
  after = dump_catalogue (fixture);
  g_assert_cmpstr (after, ==, before);
  EXPECT (gr_shop_check_new_item (fixture->shop, &whole, ERR));
}

/* A scan means one item: neither code nor barcode of a new one is another's code or barcode. */
static void
test_one_meaning (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("4006381333931");
  g_autoptr (GError) error = NULL;
  GrNewItem whole = GR_NEW_ITEM (item);

  EXPECT (gr_shop_add_barcode (fixture->shop, fixture->steady[1], "4006381333931", GR_QTY_ONE, ERR));
  IS_REFUSED (whole, GR_ERROR_EXISTS);
  g_free (item->code);
  item->code = g_strdup ("JEL-1");
  whole.barcode = "A-1";
  IS_REFUSED (whole, GR_ERROR_EXISTS);
  whole.barcode = "4006381333931";
  g_assert_false (gr_shop_check_new_item (fixture->shop, &whole, &error));
  g_assert_cmpstr (error->message, ==, "4006381333931 is already the barcode of A-2");
  whole.barcode = "JEL-1"; /* its own */
  EXPECT (gr_shop_add_item (fixture->shop, &whole, ERR) != 0);
}

#define ADD(name, func) g_test_add (name, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/add-item/whole", test_whole);
  ADD ("/add-item/lead-time", test_lead_time);
  ADD ("/add-item/little", test_little);
  ADD ("/add-item/none-there", test_none_there);
  ADD ("/add-item/refused", test_refused);
  ADD ("/add-item/one-meaning", test_one_meaning);
  return g_test_run();
}
