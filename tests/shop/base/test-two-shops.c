#include "expect.h"
#include "shop-fixture.h"

#include "shop/base/deed-log.h"
#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/known-events.h"
#include "shop/purchasing/order-view.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"

/* One file, two programs: the fixture's shop shows things, and another one changes them behind its back. */

static GrShop *
open_other (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrShop *other = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today), &error);

  g_assert_no_error (error);
  return other;
}

static GrItem *
read_item (GrShop *shop, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (shop, id, &error);

  g_assert_no_error (error);
  return gr_item_copy (card->item);
}

static void
set_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

/* Another gives it a name, a price and a family. */
static void
change_item (GrShop *other, gint64 id)
{
  g_autoptr (GrItem) item = read_item (other, id);

  set_text (&item->description, "Renamed outside");
  item->unit_price = 77700;
  EXPECT (shop_save_item (other, item, ERR) != 0);
}

static void
test_item_keeps_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GrItem) shown = read_item (fixture->shop, fixture->steady[0]);
  g_autoptr (GrItem) edited = gr_item_copy (shown);
  g_autoptr (GrItem) now = NULL;

  change_item (other, shown->id);
  set_text (&edited->unit, "kg");
  EXPECT (gr_shop_edit_item (fixture->shop, shown, edited, ERR));
  now = read_item (other, shown->id);
  g_assert_cmpstr (now->unit, ==, "kg");
  g_assert_cmpstr (now->description, ==, "Renamed outside");
  g_assert_cmpint (now->unit_price, ==, 77700);
}

static void
test_item_conflict (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GrItem) shown = read_item (fixture->shop, fixture->steady[0]);
  g_autoptr (GrItem) edited = gr_item_copy (shown);
  g_autoptr (GrItem) now = NULL;
  g_autoptr (GError) error = NULL;

  change_item (other, shown->id);
  edited->unit_price = 99900;
  g_assert_false (gr_shop_edit_item (fixture->shop, shown, edited, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Selling price was changed elsewhere in the meantime: it is “7.77” now");
  now = read_item (fixture->shop, shown->id);
  g_assert_cmpint (now->unit_price, ==, 77700);

  edited->unit_price = 77700; /* the same as the other: nothing to quarrel about */
  EXPECT (gr_shop_edit_item (fixture->shop, shown, edited, ERR));
}

static void
test_item_is_checked (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) shown = read_item (fixture->shop, fixture->steady[0]);
  g_autoptr (GrItem) edited = gr_item_copy (shown);

  set_text (&edited->code, "");
  REFUSED (gr_shop_edit_item (fixture->shop, shown, edited, ERR), GR_ERROR_INVALID);
  set_text (&edited->code, "A-2");
  REFUSED (gr_shop_edit_item (fixture->shop, shown, edited, ERR), GR_ERROR_EXISTS);
  edited->id = 4711;
  REFUSED (gr_shop_edit_item (fixture->shop, shown, edited, ERR), GR_ERROR_NOT_FOUND);
}

static void
test_supplier_keeps_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) shown = gr_shop_supplier (fixture->shop, fixture->mill, &error);
  g_autoptr (GrSupplier) theirs = gr_supplier_copy (shown);
  g_autoptr (GrSupplier) edited = gr_supplier_copy (shown);
  g_autoptr (GrSupplier) now = NULL;

  theirs->lead_time_days = 21;
  EXPECT (gr_shop_save_supplier (other, theirs, ERR) != 0);
  set_text (&edited->phone, "0351 1");
  EXPECT (gr_shop_edit_supplier (fixture->shop, shown, edited, ERR));
  now = gr_shop_supplier (other, fixture->mill, &error);
  g_assert_cmpint (now->lead_time_days, ==, 21);
  g_assert_cmpstr (now->phone, ==, "0351 1");
  edited->lead_time_days = 9;
  REFUSED (gr_shop_edit_supplier (fixture->shop, shown, edited, ERR), GR_ERROR_CONFLICT);
}

static GrSupplierItem *
read_terms (GrShop *shop, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) card = gr_shop_item_card (shop, item_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (card->terms->len, >, 0);
  return gr_supplier_item_copy (((const GrItemTerms *) card->terms->pdata[0])->terms);
}

static void
test_terms_keep_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GrSupplierItem) shown = read_terms (fixture->shop, fixture->steady[0]);
  g_autoptr (GrSupplierItem) theirs = gr_supplier_item_copy (shown);
  g_autoptr (GrSupplierItem) edited = gr_supplier_item_copy (shown);
  g_autoptr (GrSupplierItem) now = NULL;

  theirs->unit_price = 55500;
  EXPECT (gr_shop_save_terms (other, theirs, ERR));
  edited->order_multiple = gr_qty_from_units (6);
  EXPECT (gr_shop_edit_terms (fixture->shop, shown, edited, ERR));
  now = read_terms (other, fixture->steady[0]);
  g_assert_cmpint (now->unit_price, ==, 55500);
  g_assert_cmpint (now->order_multiple, ==, gr_qty_from_units (6));
  edited->unit_price = 66600;
  REFUSED (gr_shop_edit_terms (fixture->shop, shown, edited, ERR), GR_ERROR_CONFLICT);
  EXPECT (gr_shop_remove_terms (other, shown->id, ERR));
  REFUSED (gr_shop_edit_terms (fixture->shop, shown, edited, ERR), GR_ERROR_NOT_FOUND);
}

static GrPurchaseOrderLine
read_line (GrShop *shop, gint64 order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (shop, order, &error);
  GrPurchaseOrderLine line;

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = *(const GrPurchaseOrderLine *) lines->pdata[0];
  line.item_code = line.item_description = line.unit = NULL;
  return line;
}

static void
test_order_line_keeps_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  GrPurchaseOrderLine shown, edited, now;
  GrPrice price = 4200;
  gint64 order = 0;

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], gr_qty_from_units (5), NULL, ERR));
  shown = edited = read_line (fixture->shop, order);
  EXPECT (gr_shop_set_order_line (other, order, fixture->steady[0], gr_qty_from_units (8), NULL, ERR));
  edited.unit_price = price;
  EXPECT (gr_shop_edit_order_line (fixture->shop, &shown, &edited, ERR));
  now = read_line (other, order);
  g_assert_cmpint (now.ordered_qty, ==, gr_qty_from_units (8));
  g_assert_cmpint (now.unit_price, ==, price);
  edited.ordered_qty = gr_qty_from_units (6);
  REFUSED (gr_shop_edit_order_line (fixture->shop, &shown, &edited, ERR), GR_ERROR_CONFLICT);
  EXPECT (gr_shop_set_order_line (other, order, fixture->steady[0], 0, NULL, ERR));
  REFUSED (gr_shop_edit_order_line (fixture->shop, &shown, &edited, ERR), GR_ERROR_NOT_FOUND);
}

/* Who is a moment later is told of the others, and takes nothing from them. */
static void
test_new_terms (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autoptr (GrItemCard) card = NULL;

  terms->item_id = fixture->steady[0];
  terms->supplier_id = fixture->dairy;
  terms->unit_price = 12300;
  terms->lead_time_days = -1;
  EXPECT (gr_shop_save_terms (other, terms, ERR));
  terms->unit_price = 0;
  REFUSED (gr_shop_save_terms (fixture->shop, terms, ERR), GR_ERROR_EXISTS);
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], NULL);
  g_assert_cmpuint (card->terms->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const GrSupplierItem *kept = ((const GrItemTerms *) card->terms->pdata[i])->terms;

    if (kept->supplier_id == fixture->dairy)
      g_assert_cmpint (kept->unit_price, ==, 12300);
  }
}

/* Name and currency are two settings. */
static void
test_names_keep_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);

  EXPECT (gr_shop_rename (other, NULL, "CHF", ERR));
  EXPECT (gr_shop_rename (fixture->shop, "Mine", NULL, ERR));
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Mine");
  g_assert_cmpstr (gr_shop_currency (fixture->shop), ==, "CHF");
  REFUSED (gr_shop_rename (fixture->shop, "", NULL, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_rename (fixture->shop, NULL, "fr.", ERR), GR_ERROR_INVALID);
}

static gint64
add_event (ShopFixture *fixture)
{
  g_autoptr (GrEvent) event = gr_event_new();
  gint64 id = 0;

  event->name = g_strdup ("Market");
  event->starts_on = fixture->today + 7;
  event->ends_before = fixture->today + 14;
  event->lift_percent = 20;
  EXPECT ((id = gr_shop_save_event (fixture->shop, event, NULL, ERR)) != 0);
  return id;
}

static void
test_event_keeps_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  g_autoptr (GrEvent) shown = gr_shop_event (fixture->shop, add_event (fixture), NULL);
  g_autoptr (GrEvent) theirs = gr_event_copy (shown);
  g_autoptr (GrEvent) edited = gr_event_copy (shown);
  g_autoptr (GrEvent) now = NULL;
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;

  theirs->lift_percent = 35;
  theirs->ends_before = fixture->today + 21;
  theirs->item_id = fixture->steady[0];
  EXPECT (gr_shop_save_event (other, theirs, NULL, ERR) != 0);
  set_text (&edited->name, "Fair");
  EXPECT (gr_shop_edit_event (fixture->shop, shown, edited, NULL, ERR));
  now = gr_shop_event (other, shown->id, NULL);
  g_assert_cmpstr (now->name, ==, "Fair");
  g_assert_cmpint (now->lift_percent, ==, 35);
  g_assert_cmpint (now->ends_before, ==, fixture->today + 21);
  g_assert_cmpint (now->item_id, ==, fixture->steady[0]);

  edited->ends_before = fixture->today + 15;
  g_assert_false (gr_shop_edit_event (fixture->shop, shown, edited, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  day = gr_date_format (fixture->today + 21);
  words = g_strdup_printf ("Day after the last was changed elsewhere in the meantime: it is “%s” now", day);
  g_assert_cmpstr (error->message, ==, words);
  g_clear_error (&error);

  edited->ends_before = shown->ends_before;
  edited->item_id = fixture->steady[1];
  g_assert_false (gr_shop_edit_event (fixture->shop, shown, edited, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Item was changed elsewhere in the meantime");
}

/* The page shows what it showed; another counts 500; five more make 505. */
static void
test_stock_change (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  gint64 item = fixture->steady[0], place = shop_fixture_place (fixture, GR_PLACE_WAREHOUSE);
  g_autoptr (GrItemCard) card = NULL;

  EXPECT (gr_shop_adjust_stock (fixture->shop, item, place, gr_qty_from_units (27), NULL, ERR));
  EXPECT (gr_shop_adjust_stock (other, item, place, gr_qty_from_units (500), NULL, ERR));
  EXPECT (gr_shop_change_stock (fixture->shop, item, place, gr_qty_from_units (5), NULL, ERR));
  card = gr_shop_item_card (fixture->shop, item, NULL);
  g_assert_cmpint (card->on_hand, ==, gr_qty_from_units (505));
  REFUSED (gr_shop_change_stock (fixture->shop, item, place, -gr_qty_from_units (506), NULL, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_change_stock (fixture->shop, item, place, G_MAXINT64, NULL, ERR), GR_ERROR_INVALID);
  shop_fixture_check (fixture);
}

/* Noticing */

static void
count_cb (GrShop *shop, guint what, int *n)
{
  ++*n;
}

static gpointer
rename_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  return gr_shop_rename (shop, "By a thread", "EUR", error) ? GINT_TO_POINTER (1) : NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_nonnull (gr_shop_run_finish (GR_SHOP (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* What a thread of one's own did is told once, by itself. */
static void
test_own_threads (ShopFixture *fixture, gconstpointer data)
{
  GrShopWork work = {.job = rename_job};
  gboolean is_done = FALSE;
  int n = 0;

  g_signal_connect (fixture->shop, "changed", G_CALLBACK (count_cb), &n);
  gr_shop_run_async (fixture->shop, &work, NULL, done_cb, &is_done);
  while (!is_done) {
    g_main_context_iteration (NULL, FALSE);
    g_assert_null (gr_shop_notice_others (fixture->shop));
  }
  g_assert_null (gr_shop_notice_others (fixture->shop));
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "By a thread");
  g_signal_handlers_disconnect_by_data (fixture->shop, &n);
}

static void
test_others_are_named (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  gint64 item = fixture->steady[0], place = shop_fixture_place (fixture, GR_PLACE_WAREHOUSE);
  g_autoptr (GPtrArray) deeds = NULL;
  int n = 0;

  g_assert_null (gr_shop_notice_others (fixture->shop));
  g_signal_connect (fixture->shop, "changed", G_CALLBACK (count_cb), &n);
  EXPECT (gr_shop_adjust_stock (other, item, place, gr_qty_from_units (3), NULL, ERR));
  EXPECT (gr_shop_adjust_stock (fixture->shop, fixture->steady[1], place, gr_qty_from_units (4), NULL, ERR));
  EXPECT (gr_shop_adjust_stock (other, item, place, gr_qty_from_units (7), NULL, ERR));
  n = 0;
  deeds = gr_shop_notice_others (fixture->shop);
  g_assert_cmpint (n, ==, 1);
  g_assert_nonnull (deeds);
  g_assert_cmpuint (deeds->len, ==, 2);
  g_assert_cmpstr (((const GrDeed *) deeds->pdata[0])->title, ==, "Adjust A-1 from 3 to 7");
  g_assert_cmpstr (((const GrDeed *) deeds->pdata[0])->who, ==, g_get_user_name());
  g_assert_null (gr_shop_notice_others (fixture->shop));
  g_signal_handlers_disconnect_by_data (fixture->shop, &n);
}

/* Whose what is done is, and whose what is undone. */
static void
test_whose_it_is (void)
{
  GrOwnDeeds *own = gr_own_deeds_new();

  gr_own_deeds_add (own, 3);
  gr_own_deeds_add (own, 5);
  g_assert_true (gr_own_deeds_made (own, &(GrDeed){.id = 3}));
  g_assert_false (gr_own_deeds_made (own, &(GrDeed){.id = 4}));
  g_assert_true (gr_own_deeds_made (own, &(GrDeed){.id = 4, .undone_by = 5}));
  g_assert_false (gr_own_deeds_made (own, &(GrDeed){.id = 3, .undone_by = 6}));
  gr_own_deeds_unref (own);
}

#define assert_next(turn, is_mine, words)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GrTurn) next = (turn);                                                                                  \
    g_assert_nonnull (next);                                                                                           \
    g_assert_cmpstr (next->title, ==, words);                                                                          \
    g_assert_cmpint (next->is_own, ==, is_mine);                                                                       \
    g_assert_cmpstr (next->who, ==, g_get_user_name());                                                                \
    g_assert_cmpint (next->done_on, ==, fixture->today);                                                               \
  }                                                                                                                    \
  G_STMT_END

/* What was done before the shop was opened here is nobody's; what is undone here may be redone here. */
static void
test_own_undo (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  gint64 item = fixture->steady[0], place = shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), deed_id;
  g_autoptr (GrTurn) mine = NULL;

  EXPECT (gr_shop_adjust_stock (fixture->shop, item, place, gr_qty_from_units (3), NULL, ERR));
  assert_next (gr_shop_next_undo (fixture->shop, NULL), TRUE, "Adjust A-1 from 5 to 3");
  assert_next (gr_shop_next_undo (other, NULL), FALSE, "Adjust A-1 from 5 to 3");
  mine = gr_shop_next_undo (fixture->shop, NULL);
  deed_id = mine->deed_id;

  EXPECT (gr_shop_adjust_stock (other, item, place, gr_qty_from_units (7), NULL, ERR));
  assert_next (gr_shop_next_undo (fixture->shop, NULL), FALSE, "Adjust A-1 from 3 to 7");
  REFUSED (gr_shop_undo_deed (fixture->shop, deed_id, NULL, NULL, ERR), GR_ERROR_CONFLICT);
  assert_next (gr_shop_next_undo (other, NULL), TRUE, "Adjust A-1 from 3 to 7");

  EXPECT (gr_shop_undo (other, NULL, NULL, ERR));
  assert_next (gr_shop_next_redo (other, NULL), TRUE, "Adjust A-1 from 3 to 7");
  assert_next (gr_shop_next_redo (fixture->shop, NULL), FALSE, "Adjust A-1 from 3 to 7");
  REFUSED (gr_shop_redo_deed (fixture->shop, deed_id, NULL, NULL, ERR), GR_ERROR_CONFLICT);
  EXPECT (gr_shop_undo_deed (fixture->shop, deed_id, NULL, NULL, ERR));
  assert_next (gr_shop_next_redo (fixture->shop, NULL), TRUE, "Adjust A-1 from 5 to 3");
  EXPECT (gr_shop_redo_deed (fixture->shop, deed_id, NULL, NULL, ERR));
}

/* A deed that waits in vain does not keep its window waiting, and is done as soon as the other is. */
static void
test_busy (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrShop) other = open_other (fixture);
  gint64 began;

  gr_shop_be_impatient (fixture->shop, TRUE);
  EXPECT (gr_shop_begin_deed (other, "rename-shop", "Holds the file", ERR));
  REFUSED (gr_shop_rename (fixture->shop, "Mine", "EUR", ERR), GR_ERROR_BUSY);
  began = g_get_monotonic_time();
  REFUSED (gr_shop_rename (fixture->shop, "Mine", "EUR", ERR), GR_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time() - began, <, 900 * 1000);
  EXPECT (gr_shop_end_deed (other, TRUE, NULL, ERR));
  EXPECT (gr_shop_rename (fixture->shop, "Mine", "EUR", ERR));
}

static void
test_midnight (ShopFixture *fixture, gconstpointer data)
{
  GrDate day = fixture->today;
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = gr_shop_open (fixture->path, (GrClock){GR_DATE_NONE, &day}, &error);
  int n = 0;

  g_assert_no_error (error);
  g_signal_connect (shop, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (gr_shop_notice_day (shop));
  g_assert_cmpint (n, ==, 0);
  day += 2;
  g_assert_true (gr_shop_notice_day (shop));
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (gr_shop_today (shop), ==, fixture->today + 2);
  g_assert_false (gr_shop_notice_day (shop));
}

#define ADD(name, func) g_test_add (name, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/two-shops/item-keeps-others", test_item_keeps_others);
  ADD ("/two-shops/item-conflict", test_item_conflict);
  ADD ("/two-shops/item-is-checked", test_item_is_checked);
  ADD ("/two-shops/supplier-keeps-others", test_supplier_keeps_others);
  ADD ("/two-shops/terms-keep-others", test_terms_keep_others);
  ADD ("/two-shops/order-line-keeps-others", test_order_line_keeps_others);
  ADD ("/two-shops/new-terms", test_new_terms);
  ADD ("/two-shops/names-keep-others", test_names_keep_others);
  ADD ("/two-shops/event-keeps-others", test_event_keeps_others);
  ADD ("/two-shops/stock-change", test_stock_change);
  ADD ("/two-shops/own-threads", test_own_threads);
  ADD ("/two-shops/others-are-named", test_others_are_named);
  g_test_add_func ("/two-shops/whose-it-is", test_whose_it_is);
  ADD ("/two-shops/own-undo", test_own_undo);
  ADD ("/two-shops/busy", test_busy);
  ADD ("/two-shops/midnight", test_midnight);
  return g_test_run();
}
