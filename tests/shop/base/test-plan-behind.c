#include "shop-words.h"

#include "domain/base/error.h"
#include "shop/base/catch-up.h"
#include "shop/base/shop-private.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/purchasing/accept-suggestions.h"
#include "store/catalogue/item-store.h"

#define MANY 120

/* A shop in which the mill's items are more than few and the dairy's are not. */
static void
fill (ShopFixture *fixture)
{
  for (int i = 0; i < MANY; i++) {
    g_autoptr (GrItem) item = gr_item_new();
    g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

    item->code = g_strdup_printf ("M-%03d", i);
    item->unit_cost = 10000;
    terms->item_id = shop_save_item (fixture->shop, item, NULL);
    terms->supplier_id = fixture->mill;
    terms->lead_time_days = -1;
    terms->is_preferred = TRUE;
    g_assert_true (gr_shop_save_terms (fixture->shop, terms, NULL));
  }
  shop_fixture_plan (fixture);
}

static gboolean
set_lead_time (const ShopFixture *fixture, gint64 supplier_id, int days, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_shop_supplier (fixture->shop, supplier_id, NULL);

  supplier->lead_time_days = days;
  return gr_shop_save_supplier (fixture->shop, supplier, error) != 0;
}

static int
lead_time (const ShopFixture *fixture, gint64 supplier_id)
{
  g_autoptr (GrSupplier) supplier = gr_shop_supplier (fixture->shop, supplier_id, NULL);

  return supplier->lead_time_days;
}

/* Few items are planned with the deed, the greater part of the shop after it. */
static void
test_many_come_later (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *plan = NULL;

  fill (fixture);
  gr_shop_catch_up_later (fixture->shop);
  g_assert_true (set_lead_time (fixture, fixture->dairy, 20, NULL));
  shop_fixture_assert_plan_follows (fixture, "few");
  before = shop_fixture_plan_text (fixture);
  g_assert_true (set_lead_time (fixture, fixture->mill, 33, NULL));
  g_assert_true (gr_shop_is_behind (fixture->shop));
  plan = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (plan, ==, before);
  g_assert_true (gr_shop_catch_up (fixture->shop, NULL, NULL));
  shop_fixture_assert_plan_follows (fixture, "many");
}

/* Money counts other units then. */
static void
test_another_currency (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  before = shop_fixture_plan_text (fixture);
  g_assert_true (gr_shop_rename (fixture->shop, "Same shop", "JPY", NULL));
  shop_fixture_assert_plan_follows (fixture, "currency");
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, !=, after);
}

/* Where the program ends in between, the next one finds what waits; a new plan is as good as catching up. */
static void
test_nothing_is_forgotten (ShopFixture *fixture, gconstpointer data)
{
  fill (fixture);
  gr_shop_catch_up_later (fixture->shop);
  g_assert_true (set_lead_time (fixture, fixture->mill, 33, NULL));
  g_assert_finalize_object (fixture->shop);
  fixture->shop = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today), NULL);
  g_assert_true (gr_shop_is_behind (fixture->shop));
  shop_fixture_plan (fixture);
  shop_fixture_assert_plan_follows (fixture, "plan");
}

/* What was accepted is no suggestion any more, also while the plan is behind. */
static void
test_accepting_twice_orders_once (ShopFixture *fixture, gconstpointer data)
{
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;
  g_autoptr (GError) error = NULL;
  gint64 n;

  fill (fixture);
  for (int i = 0; i < MANY; i++) {
    g_autofree char *code = g_strdup_printf ("M-%03d", i);
    g_autoptr (GrItem) item = NULL;

    g_assert_true (gr_item_store_find (gr_shop_database (fixture->shop), code, &item, NULL));
    shop_fixture_sell (fixture, item->id, fixture->today - 20, 50);
  }
  shop_fixture_plan (fixture);
  gr_shop_catch_up_later (fixture->shop);
  g_assert_true (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, NULL));
  n = outcome.n_lines;
  gr_accept_outcome_clear (&outcome);
  g_assert_cmpint (n, >, MANY / 2);
  g_assert_true (gr_shop_is_behind (fixture->shop));
  g_assert_false (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
}

static void
lock_cb (GrShop *shop, guint what, gpointer data)
{
  GrDatabase **other = data;

  if (*other != NULL)
    return;
  *other = gr_database_open_again (gr_shop_database (shop), FALSE, NULL);
  g_assert_true (gr_database_begin (*other, NULL));
}

/* Another program takes the file the moment after the deed is in it. */
static void
busy_meanwhile (ShopFixture *fixture, gboolean (*deed) (ShopFixture *fixture, GError **error))
{
  g_autoptr (GError) error = NULL;
  GrDatabase *other = NULL;
  gulong handler = g_signal_connect (fixture->shop, "changed", G_CALLBACK (lock_cb), &other);

  shop_fixture_hurry (fixture);
  g_assert_true (deed (fixture, &error));
  g_assert_no_error (error);
  g_assert_nonnull (other);
  g_assert_true (gr_shop_is_behind (fixture->shop));
  g_assert_false (gr_shop_catch_up (fixture->shop, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_BUSY);
  g_signal_handler_disconnect (fixture->shop, handler);
  gr_database_close (other);
}

static gboolean
slow_mill (ShopFixture *fixture, GError **error)
{
  return set_lead_time (fixture, fixture->mill, 33, error);
}

static gboolean
undo (ShopFixture *fixture, GError **error)
{
  return gr_shop_undo (fixture->shop, NULL, NULL, error);
}

static gboolean
redo (ShopFixture *fixture, GError **error)
{
  return gr_shop_redo (fixture->shop, NULL, NULL, error);
}

/* What was done is never answered with "try again", and the next deed takes the plan with it. */
static void
test_busy_is_no_refusal (ShopFixture *fixture, gconstpointer data)
{
  fill (fixture);
  busy_meanwhile (fixture, slow_mill);
  g_assert_cmpint (lead_time (fixture, fixture->mill), ==, 33);
  busy_meanwhile (fixture, undo);
  g_assert_cmpint (lead_time (fixture, fixture->mill), ==, 14);
  busy_meanwhile (fixture, redo);
  g_assert_cmpint (lead_time (fixture, fixture->mill), ==, 33);
  g_assert_true (set_lead_time (fixture, fixture->dairy, 4, NULL));
  shop_fixture_assert_plan_follows (fixture, "the next deed");
}

/* A plan that can't be written: with few items nothing is done, with many the deed is. */
static void
test_a_fault_is_told_truly (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  shop_fixture_run_sql (
      fixture, "CREATE TRIGGER fault BEFORE INSERT ON plan_line BEGIN SELECT RAISE (ABORT, 'a fault'); END");
  g_assert_false (set_lead_time (fixture, fixture->dairy, 20, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (lead_time (fixture, fixture->dairy), ==, 3);
  g_assert_true (set_lead_time (fixture, fixture->mill, 33, NULL));
  g_assert_cmpint (lead_time (fixture, fixture->mill), ==, 33);
  g_assert_true (gr_shop_is_behind (fixture->shop));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_cmpint (lead_time (fixture, fixture->mill), ==, 14);
  shop_fixture_run_sql (fixture, "DROP TRIGGER fault");
  g_assert_true (gr_shop_catch_up (fixture->shop, NULL, NULL));
  shop_fixture_assert_plan_follows (fixture, "catching up");
}

/* A shop that never was planned has nothing that could be behind. */
static void
test_without_a_plan (ShopFixture *fixture, gconstpointer data)
{
  gr_shop_catch_up_later (fixture->shop);
  g_assert_true (gr_shop_set_service_level (fixture->shop, NULL, 0.9, NULL));
  g_assert_false (gr_shop_is_behind (fixture->shop));
  g_assert_false (shop_fixture_is_planned (fixture, fixture->steady[0]));
}

#define TEST(path, func) g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan-behind/many", test_many_come_later);
  TEST ("/plan-behind/currency", test_another_currency);
  TEST ("/plan-behind/forgotten", test_nothing_is_forgotten);
  TEST ("/plan-behind/twice", test_accepting_twice_orders_once);
  TEST ("/plan-behind/busy", test_busy_is_no_refusal);
  TEST ("/plan-behind/fault", test_a_fault_is_told_truly);
  TEST ("/plan-behind/no-plan", test_without_a_plan);
  return g_test_run();
}
