#include "fixture.h"

#include "domain/base/error.h"
#include "domain/trade/item.h"
#include "store/journal/deed-items.h"
#include "store/sales/imported-file-store.h"
#include "store/catalogue/item-store.h"
#include "store/file/query.h"
#include "store/stock/location-store.h"
#include "store/catalogue/setting-store.h"
#include "store/catalogue/supplier-store.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_item_comes_back_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GrItem) read = NULL;
  g_autoptr (GrItem) none = NULL;

  item->code = g_strdup ("M-1");
  item->description = g_strdup ("Salt & <b>Pepper</b> “grinder”\n");
  item->family = g_strdup ("Küche");
  g_free (item->unit);
  item->unit = g_strdup ("kg");
  item->unit_cost = 9223372036;
  item->unit_price = 1;
  item->status = GR_ITEM_DISCONTINUED;
  item->is_stocked = FALSE;
  item->service_level = 0.1 + 0.2;
  fixture_begin (fixture, "Item");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  fixture_finish (fixture);
  g_assert_true (gr_item_store_find (fixture->database, "M-1", &read, NULL));
  g_assert_cmpint (read->id, ==, item->id);
  g_assert_cmpstr (read->description, ==, item->description);
  g_assert_cmpstr (read->family, ==, "Küche");
  g_assert_cmpstr (read->unit, ==, "kg");
  g_assert_cmpint (read->unit_cost, ==, 9223372036);
  g_assert_cmpint (read->status, ==, GR_ITEM_DISCONTINUED);
  g_assert_false (read->is_stocked);
  g_assert_true (read->service_level >= 0.1 + 0.2 && read->service_level <= 0.1 + 0.2);
  g_assert_true (gr_item_store_find (fixture->database, "m-1", &none, NULL));
  g_assert_null (none);
}

static void
test_what_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) twin = gr_item_new();
  g_autoptr (GrItem) missing = NULL;
  gint64 item_id;

  fixture_begin (fixture, "Items");
  item_id = fixture_add_item (fixture, "A", "");
  fixture_sell (fixture, item_id, 1, 10, "1");
  g_assert_false (gr_item_store_save (fixture->database, twin, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  twin->code = g_strdup ("A");
  g_assert_false (gr_item_store_save (fixture->database, twin, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_assert_cmpstr (error->message, ==, "There is already an item “A”.");
  g_clear_error (&error);
  fixture_finish (fixture);
  g_assert_true (gr_item_store_find (fixture->database, "B", &missing, NULL));
  g_assert_null (missing);
  fixture_assert_clean (fixture);
}

/* What hangs on an item goes with it, and all comes back in one undo. */
static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  GrBarcode barcode = {.code = (char *) "4006381333931", .qty = 12000};
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  gint64 item_id, deed_id;

  fixture_begin (fixture, "Item and all");
  barcode.item_id = terms->item_id = item_id = fixture_add_item (fixture, "A", "Apples");
  terms->supplier_id = fixture_add_supplier (fixture, "Orchard");
  terms->lead_time_days = 3;
  terms->lead_time_sd_days = 0.7;
  g_assert_true (gr_barcode_store_save (fixture->database, &barcode, NULL));
  g_assert_true (gr_supplier_item_store_save (fixture->database, terms, NULL));
  fixture_finish (fixture);
  before = fixture_dump (fixture);
  fixture_begin (fixture, "Delete");
  g_assert_true (gr_query_run (fixture->database, NULL, "DELETE FROM item WHERE id = ?1", "l", item_id));
  deed_id = fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM barcode"), ==, 0);
  fixture_assert_clean (fixture);
  for (int i = 0; i < 2; i++) {
    g_clear_pointer (&after, g_free);
    fixture_undo (fixture, deed_id);
    after = fixture_dump (fixture);
    g_assert_cmpstr (after, ==, before);
    fixture_redo (fixture, deed_id);
    fixture_assert_clean (fixture);
  }
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM supplier_item"), ==, 0);
}

/* A number once given is never given again, so an old ledger never becomes a new item's. */
static void
test_numbers_are_not_given_twice (Fixture *fixture, gconstpointer data)
{
  gint64 first, second, deed_id;

  fixture_begin (fixture, "First");
  first = fixture_add_item (fixture, "A", "");
  fixture_count (fixture, first, GR_PLACE_SHOP, 5, 10);
  deed_id = fixture_finish (fixture);
  fixture_undo (fixture, deed_id);
  fixture_begin (fixture, "Second");
  second = fixture_add_item (fixture, "A", "");
  fixture_finish (fixture);
  g_assert_cmpint (second, >, first);
}

static void
test_undo_leaves_what_hangs_on_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GrBarcode barcode = {.code = (char *) "4006381333931", .qty = 1000};
  gint64 deed_id;

  fixture_begin (fixture, "Item");
  barcode.item_id = fixture_add_item (fixture, "A", "");
  deed_id = fixture_finish (fixture);
  fixture_begin (fixture, "Barcode");
  g_assert_true (gr_barcode_store_save (fixture->database, &barcode, NULL));
  fixture_finish (fixture);
  g_assert_false (fixture_try_undo (fixture, deed_id, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM barcode"), ==, 1);
}

static void
test_small_nouns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = NULL, places = NULL;
  g_autoptr (GArray) items = NULL;
  g_autoptr (GrImportedFile) found = NULL, other = NULL;
  g_autoptr (GrBarcode) scanned = NULL;
  GrFamily family = {.name = (char *) "Tea", .service_level = 0.98};
  GrImportedFile file = {.kind = (char *) "sales", .name = (char *) "a.csv", .sha256 = (char *) "ab", .n_rows = 3};
  gint64 place = 0, deed_id;

  fixture_begin (fixture, "All");
  fixture_add_item (fixture, "A", "");
  g_assert_true (gr_family_store_save (fixture->database, &family, NULL));
  g_assert_true (gr_location_store_add (fixture->database, "Cellar", &place, NULL));
  g_assert_false (gr_location_store_add (fixture->database, "Cellar", &place, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_assert_true (gr_setting_store_set (fixture->database, GR_SETTING_CURRENCY, "JPY", NULL));
  g_assert_true (gr_imported_file_store_add (fixture->database, &file, NULL));
  deed_id = fixture_finish (fixture);
  families = gr_family_store_list (fixture->database, NULL);
  g_assert_cmpuint (families->len, ==, 1);
  g_assert_true (gr_location_store_find (fixture->database, "CELLAR", &place, NULL));
  g_assert_cmpint (place, >, fixture_place (fixture, GR_PLACE_WAREHOUSE));
  places = gr_location_store_list_internal (fixture->database, NULL);
  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpint (gr_setting_store_currency_digits (fixture->database, NULL), ==, 0);
  g_assert_true (gr_imported_file_store_find (fixture->database, "sales", "ab", &found, NULL));
  g_assert_cmpint (found->deed_id, ==, deed_id);
  g_assert_true (gr_barcode_store_find (fixture->database, "nothing", &scanned, NULL));
  g_assert_null (scanned);
  items = gr_deed_items (fixture->database, deed_id, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  fixture_undo (fixture, deed_id);
  g_assert_true (gr_imported_file_store_find (fixture->database, "sales", "ab", &other, NULL));
  g_assert_null (other);
}

/* What is no such thing is said, by name, and never takes its default; what is nowhere said does. */
static void
test_settings_that_say_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[][2] = {{GR_SETTING_CURRENCY, "12"}, {GR_SETTING_CURRENCY, ""},
      {GR_SETTING_SERVICE_LEVEL, "high"}, {GR_SETTING_SERVICE_LEVEL, "95"}, {GR_SETTING_REVIEW_DAYS, "7 days"},
      {GR_SETTING_REVIEW_DAYS, "nan"}, {GR_SETTING_HORIZON_WEEKS, "1e999"}, {GR_SETTING_COMPACTED_AT, "never"}};
  g_autoptr (GHashTable) fine = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    fixture_begin (fixture, "Setting");
    g_assert_true (gr_setting_store_set (fixture->database, bad[i][0], bad[i][1], NULL));
    fixture_finish (fixture);
    g_assert_null (gr_setting_store_all (fixture->database, &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, bad[i][0]));
    g_assert_cmpint (gr_setting_store_currency_digits (fixture->database, NULL), ==, i < 2 ? -1 : 2);
    fixture_begin (fixture, "Default");
    g_assert_true (gr_setting_store_set (fixture->database, bad[i][0], NULL, NULL));
    fixture_finish (fixture);
  }
  fine = gr_setting_store_all (fixture->database, NULL);
  g_assert_nonnull (fine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/item-store/whole", test_item_comes_back_whole);
  TEST ("/item-store/refused", test_what_is_refused);
  TEST ("/item-store/delete", test_delete_and_undo);
  TEST ("/item-store/numbers", test_numbers_are_not_given_twice);
  TEST ("/item-store/hangs-on", test_undo_leaves_what_hangs_on_since);
  TEST ("/item-store/small-nouns", test_small_nouns);
  TEST ("/item-store/settings", test_settings_that_say_nothing);
  return g_test_run();
}
