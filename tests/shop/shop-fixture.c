#include "shop-fixture.h"

#include "shop/stock/adjust-stock.h"
#include "shop/base/check-shop.h"
#include "shop/planning/run-plan.h"
#include "shop/catalogue/add-item.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/base/shop-deed.h"
#include "shop/forecasting/refit-items.h"
#include "shop/planning/replan-items.h"
#include "store/sales/demand-store.h"
#include "store/file/query.h"
#include "store/stock/location-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static gint64
add_supplier (GrShop *shop, const char *name, int lead_time_days)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  supplier->name = g_strdup (name);
  supplier->lead_time_days = lead_time_days;
  supplier->lead_time_sd_days = 1;
  id = gr_shop_save_supplier (shop, supplier, &error);
  g_assert_no_error (error);
  return id;
}

/* A new item with nothing but itself, or all of it changed from what it is now; 0 with an error. */
gint64
shop_save_item (GrShop *shop, const GrItem *item, GError **error)
{
  g_autoptr (GrItemCard) now = NULL;

  if (item->id == 0)
    return gr_shop_add_item (shop, &GR_NEW_ITEM (item), error);
  now = gr_shop_item_card (shop, item->id, error);
  return now != NULL && gr_shop_edit_item (shop, now->item, item, error) ? item->id : 0;
}

static gint64
add_item (GrShop *shop, const char *code, const char *family, GrItemStatus status, gboolean is_stocked)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  item->code = g_strdup (code);
  item->description = g_strdup_printf ("Item %s", code);
  item->family = g_strdup (family);
  g_free (item->unit);
  item->unit = g_strdup ("pcs");
  item->unit_cost = 12345;
  item->unit_price = 29900;
  item->status = status;
  item->is_stocked = is_stocked;
  id = shop_save_item (shop, item, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_terms (GrShop *shop, gint64 item_id, gint64 supplier_id)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autoptr (GError) error = NULL;

  terms->item_id = item_id;
  terms->supplier_id = supplier_id;
  terms->unit_price = 11111;
  terms->lead_time_days = -1;
  terms->minimum_order_qty = gr_qty_from_units (20);
  terms->order_multiple = gr_qty_from_units (12);
  terms->is_preferred = TRUE;
  gr_shop_save_terms (shop, terms, &error);
  g_assert_no_error (error);
}

/* Every Tuesday, a little more or less than @per_week; the last one two days ago. */
static void
add_sales (GrSaleBatch *batch, GrDate today, gint64 item_id, int per_week)
{
  GrDate last = gr_grain_start (GR_GRAIN_WEEK, today) + 1;

  for (int week = FIXTURE_WEEKS - 1; week >= 0; week--) {
    GrSaleLine line = {.item_id = item_id, .sold_on = last - 7 * week, .unit_price = 29900};
    g_autoptr (GError) error = NULL;
    gboolean is_duplicate;

    line.qty = gr_qty_from_units (per_week + (week * 7 + per_week) % 5 - 2);
    gr_sale_batch_add (batch, &line, &is_duplicate, &error);
    g_assert_no_error (error);
  }
}

static void
sell_all (ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;
  g_autoptr (GrSaleBatch) batch = NULL;

  gr_shop_begin_deed (fixture->shop, "import-sales", "Sales", &error);
  g_assert_no_error (error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->shop), &error);
  g_assert_no_error (error);
  for (int i = 0; i < 4; i++)
    add_sales (batch, fixture->today, fixture->steady[i], 10 * (i + 1));
  add_sales (batch, fixture->today, fixture->service, 5);
  add_sales (batch, fixture->today, fixture->ended, 8);
  add_sales (batch, fixture->today, fixture->homemade, 6);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary.n_added, ==, 7 * FIXTURE_WEEKS);
  gr_shop_end_deed (fixture->shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

/* From now on it waits for no other program. */
void
shop_fixture_hurry (const ShopFixture *fixture)
{
  g_assert_true (gr_query_script (gr_shop_database (fixture->shop), "PRAGMA busy_timeout = 10", NULL));
}

gint64
shop_fixture_place (const ShopFixture *fixture, GrPlaceRole role)
{
  return fixture->places[role];
}

static void
find_places (ShopFixture *fixture)
{
  for (int role = 0; role < GR_N_PLACE_ROLES; role++)
    g_assert_true (
        gr_location_store_role (gr_shop_database (fixture->shop), (GrPlaceRole) role, &fixture->places[role], NULL));
}

/* One more sale, a deed of its own. */
void
shop_fixture_sell (ShopFixture *fixture, gint64 item_id, GrDate sold_on, int units)
{
  GrSaleLine line = {
      .item_id = item_id, .sold_on = sold_on, .qty = gr_qty_from_units (units), .unit_price = 29900, .invoice = "I-1"};
  g_autoptr (GrSaleBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;
  gboolean is_duplicate;

  gr_shop_begin_deed (fixture->shop, "import-sales", "A sale", &error);
  g_assert_no_error (error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->shop), &error);
  g_assert_no_error (error);
  gr_sale_batch_add (batch, &line, &is_duplicate, &error);
  g_assert_no_error (error);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  g_assert_no_error (error);
  gr_shop_end_deed (fixture->shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
count (ShopFixture *fixture, gint64 item_id, int units)
{
  g_autoptr (GError) error = NULL;

  gr_shop_adjust_stock (fixture->shop, item_id, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (units), "Stock count", &error);
  g_assert_no_error (error);
}

void
shop_fixture_set_up (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("granary-shop-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "shop.granary", NULL);
  fixture->today = gr_date_from_ymd (2026, 4, 2);
  fixture->shop = gr_shop_create (fixture->path, "Corner shop", "EUR", gr_clock_fixed (fixture->today), &error);
  g_assert_no_error (error);
  find_places (fixture);
  fixture->mill = add_supplier (fixture->shop, "Mill", 14);
  fixture->dairy = add_supplier (fixture->shop, "Dairy", 3);
  for (int i = 0; i < 4; i++) {
    g_autofree char *code = g_strdup_printf ("A-%d", i + 1);

    fixture->steady[i] = add_item (fixture->shop, code, i % 2 ? "Bread" : "Milk", GR_ITEM_ACTIVE, TRUE);
    add_terms (fixture->shop, fixture->steady[i], i < 2 ? fixture->mill : fixture->dairy);
  }
  fixture->service = add_item (fixture->shop, "POST", NULL, GR_ITEM_ACTIVE, FALSE);
  fixture->ended = add_item (fixture->shop, "OLD", "Bread", GR_ITEM_DISCONTINUED, TRUE);
  fixture->homemade = add_item (fixture->shop, "HOME", "Bread", GR_ITEM_ACTIVE, TRUE);
  add_terms (fixture->shop, fixture->ended, fixture->mill);
  sell_all (fixture);
  count (fixture, fixture->steady[0], 5);
  count (fixture, fixture->steady[1], 60);
  count (fixture, fixture->steady[2], 0);
  count (fixture, fixture->steady[3], 2000);
  count (fixture, fixture->ended, 30);
  count (fixture, fixture->homemade, 15);
}

void
shop_fixture_tear_down (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *remove = g_strdup_printf ("%s-wal", fixture->path);
  g_autofree char *shm = g_strdup_printf ("%s-shm", fixture->path);

  g_assert_finalize_object (fixture->shop);
  g_unlink (remove);
  g_unlink (shm);
  g_unlink (fixture->path);
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
}

/* Closes the shop and opens it on another day. */
void
shop_fixture_go_to (ShopFixture *fixture, GrDate today)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->shop);
  fixture->today = today;
  fixture->shop = gr_shop_open (fixture->path, gr_clock_fixed (today), &error);
  g_assert_no_error (error);
}

/* What a query finds, as text: a line a row. */
char *
shop_fixture_dump (const ShopFixture *fixture, const char *sql)
{
  GString *text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (text, "%s%c", (const char *) sqlite3_column_text (statement, i),
          i + 1 < sqlite3_column_count (statement) ? '|' : '\n');
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return g_string_free (text, FALSE);
}

/* Behind the program's back. */
void
shop_fixture_run_sql (const ShopFixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

gint64
shop_fixture_number (const ShopFixture *fixture, const char *sql)
{
  g_autofree char *text = shop_fixture_dump (fixture, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* The file is sound and its balances are those of its ledger. */
void
shop_fixture_check (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gr_shop_check (fixture->shop, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = g_ptr_array_index (findings, i);

    g_assert_cmpstr (finding->is_proved ? "" : finding->text, ==, "");
  }
}

void
shop_fixture_plan (const ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrPlanOutcome outcome;

  gr_shop_run_plan (fixture->shop, &outcome, NULL, &error);
  g_assert_no_error (error);
  gr_plan_outcome_clear (&outcome);
}

/* Plans items again from the saved forecasts, as the end of a deed does. */
void
shop_fixture_replan (const ShopFixture *fixture, const gint64 *item_ids, gsize n)
{
  g_assert_true (gr_shop_begin_deed (fixture->shop, "replan", "Plan again", NULL));
  g_assert_true (gr_replan_items (fixture->shop, item_ids, n, NULL));
  g_assert_true (gr_shop_end_deed (fixture->shop, TRUE, NULL, NULL));
}

void
shop_fixture_refit (const ShopFixture *fixture, const gint64 *item_ids, gsize n)
{
  g_assert_true (gr_shop_begin_deed (fixture->shop, "refit", "Forecast again", NULL));
  g_assert_true (gr_refit_items (fixture->shop, item_ids, n, NULL));
  g_assert_true (gr_shop_end_deed (fixture->shop, TRUE, NULL, NULL));
}
