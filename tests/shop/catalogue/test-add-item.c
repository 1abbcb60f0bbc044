#include "shop-words.h"

#include "shop/base/undo-deed.h"
#include "shop/catalogue/add-item.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/stock/stock-view.h"

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

/* All of it is one deed: an undo leaves nothing of it, a redo brings all of it again. */
static void
test_whole (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("JEL-1");
  GrNewItem whole = GR_NEW_ITEM (item);
  g_autofree char *before = shop_fixture_books_text (fixture);
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
  after = shop_fixture_books_text (fixture);
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  undone = shop_fixture_books_text (fixture);
  g_assert_cmpstr (undone, ==, before);
  EXPECT (gr_shop_redo (fixture->shop, NULL, NULL, ERR));
  redone = shop_fixture_books_text (fixture);
  g_assert_cmpstr (redone, ==, after);
  shop_fixture_check (fixture);
}

static const GrSupplierRow *
supplier_called (GPtrArray *suppliers, const char *name)
{
  const GrSupplierRow *found = NULL;

  for (guint i = 0; i < suppliers->len; i++)
    if (g_str_equal (((const GrSupplierRow *) suppliers->pdata[i])->name, name))
      found = suppliers->pdata[i];
  return found;
}

static int
lead_time_of (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, NULL);

  return ((const GrItemTerms *) card->terms->pdata[0])->terms->lead_time_days;
}

/* What is said of a new supplier's lead time is theirs; of one that is there, this item's only. */
static void
test_lead_time (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) first = new_item ("JEL-1");
  g_autoptr (GrItem) second = new_item ("JEL-2");
  g_autoptr (GrItem) third = new_item ("JEL-3");
  GrNewItem new_one = GR_NEW_ITEM (first), other = GR_NEW_ITEM (second), silent = GR_NEW_ITEM (third);
  g_autoptr (GPtrArray) suppliers = NULL;
  gint64 of_new = 0, of_other = 0, of_silent = 0;

  new_one.supplier = "Orchard";
  new_one.lead_time_days = 9;
  other.supplier = "ORCHARD"; /* the same one, whatever the letters */
  other.lead_time_days = 4;
  silent.supplier = "Orchard";
  EXPECT ((of_new = gr_shop_add_item (fixture->shop, &new_one, ERR)) != 0);
  EXPECT ((of_other = gr_shop_add_item (fixture->shop, &other, ERR)) != 0);
  EXPECT ((of_silent = gr_shop_add_item (fixture->shop, &silent, ERR)) != 0);
  suppliers = gr_shop_suppliers (fixture->shop, NULL, NULL);
  g_assert_cmpint (supplier_called (suppliers, "Orchard")->lead_time_days, ==, 9);
  g_assert_null (supplier_called (suppliers, "ORCHARD"));
  g_assert_cmpint (lead_time_of (fixture, of_new), ==, -1);
  g_assert_cmpint (lead_time_of (fixture, of_other), ==, 4);
  g_assert_cmpint (lead_time_of (fixture, of_silent), ==, -1);
}

/* A family in other letters is the one that is there; where nothing is said, nothing is made. */
static void
test_little (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("JEL-1");
  GrNewItem bare = GR_NEW_ITEM (item);
  g_autoptr (GPtrArray) before = gr_shop_families (fixture->shop, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GrItemCard) card = NULL;
  gint64 id = 0;

  g_free (item->family);
  item->family = g_strdup ("mIlK");
  EXPECT ((id = gr_shop_add_item (fixture->shop, &bare, ERR)) != 0);
  after = gr_shop_families (fixture->shop, NULL);
  g_assert_cmpint (after->len, ==, before->len);
  EXPECT ((card = gr_shop_item_card (fixture->shop, id, ERR)) != NULL);
  g_assert_cmpstr (card->item->family, ==, "Milk");
  g_assert_cmpint (card->terms->len, ==, 0);
  g_assert_cmpint (card->barcodes->len, ==, 0);
  g_assert_cmpint (card->balances->len, ==, 0);
}

#define IS_REFUSED(new_item, code)                                                                                     \
  REFUSED (gr_shop_check_new_item (fixture->shop, &(new_item), ERR), code);                                            \
  REFUSED (gr_shop_add_item (fixture->shop, &(new_item), ERR) != 0, code)

static void
test_refused (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = new_item ("");
  GrNewItem whole = GR_NEW_ITEM (item);
  g_autofree char *before = shop_fixture_books_text (fixture);
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
  after = shop_fixture_books_text (fixture);
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
  ADD ("/add-item/refused", test_refused);
  ADD ("/add-item/one-meaning", test_one_meaning);
  return g_test_run();
}
