#include "shop-fixture.h"
#include "shop-words.h"

#include "domain/base/error.h"
#include "shop/forecasting/known-events.h"
#include "shop/forecasting/choose-forecast.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "store/sales/demand-store.h"

#include <math.h>

/* Jam: 80 weeks of 14 a week, and twice as many in three promotions. */
#define WEEKS 80
#define EACH  2

static const int promotions[] = {20, 41, 63};

typedef struct {
  ShopFixture base;
  gint64 jam;
  GrDate first;   /* a Monday */
  GrDate running; /* the Monday of this week */
} Fixture;

static gint64
add_item (Fixture *fixture, const char *code)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  item->code = g_strdup (code);
  id = shop_save_item (fixture->base.shop, item, &error);
  g_assert_no_error (error);
  return id;
}

static int
factor_of (int week)
{
  for (guint i = 0; i < G_N_ELEMENTS (promotions); i++)
    if (promotions[i] == week)
      return 2;
  return 1;
}

/* From one week to another, so many a day. */
static void
sell (Fixture *fixture, gint64 item_id, int from, int before, int each)
{
  g_autoptr (GrSaleBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;
  gboolean is_duplicate;

  gr_shop_begin_deed (fixture->base.shop, "import-sales", "Sales", &error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->base.shop), &error);
  for (int day = 7 * from; day < 7 * before; day++) {
    GrSaleLine line = {.item_id = item_id, .sold_on = fixture->first + day, .unit_price = 10000};

    line.qty = gr_qty_from_units (each * factor_of (day / 7));
    g_assert_true (gr_sale_batch_add (batch, &line, &is_duplicate, &error));
  }
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  gr_shop_end_deed (fixture->base.shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  shop_fixture_set_up (&fixture->base, data);
  fixture->running = gr_grain_start (GR_GRAIN_WEEK, fixture->base.today);
  fixture->first = fixture->running - 7 * WEEKS;
  fixture->jam = add_item (fixture, "JAM");
  sell (fixture, fixture->jam, 0, WEEKS, EACH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  shop_fixture_check (&fixture->base);
  shop_fixture_tear_down (&fixture->base, data);
}

/* A week's promotion; @week counts from the first. */
static gint64
promote (Fixture *fixture, gint64 item_id, int week, int lift)
{
  g_autoptr (GrEvent) event = gr_event_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  event->name = g_strdup (" Jam week ");
  event->item_id = item_id;
  event->starts_on = fixture->first + 7 * week;
  event->ends_before = event->starts_on + 7;
  event->lift_percent = lift;
  id = gr_shop_save_event (fixture->base.shop, event, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
promote_all (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (promotions); i++)
    promote (fixture, fixture->jam, promotions[i], GR_EVENT_LIFT_UNKNOWN);
}

/* @week: from the running one */
static double
mean_of (const Fixture *fixture, gint64 item_id, int week)
{
  g_autofree char *sql = g_strdup_printf ("SELECT mean FROM forecast_point WHERE item_id = %d AND grain = 'week' AND "
                                          "starts_on = %d",
      (int) item_id, fixture->running + 7 * week);
  g_autofree char *text = shop_fixture_dump (&fixture->base, sql);

  return g_ascii_strtod (text, NULL);
}

static char *
dump_forecasts (const Fixture *fixture, const char *where)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT item_id, grain, method, fingerprint FROM forecast WHERE %s ORDER BY item_id, grain", where);

  return shop_fixture_dump (&fixture->base, sql);
}

static void
undo (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gr_shop_undo (fixture->base.shop, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Three times twice as much: believed 2^(3/4); and the weeks beside it as if there had never been a promotion. */
static void
test_a_promotion_recurs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *others = NULL, *others_after = NULL, *before = NULL, *planned = NULL, *at_once = NULL, *after = NULL;

  shop_fixture_plan (&fixture->base);
  others = dump_forecasts (fixture, "item_id <> (SELECT id FROM item WHERE code = 'JAM')");
  promote_all (fixture);
  before = dump_forecasts (fixture, "1");
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->jam, 3), 7 * EACH, 0.5);
  promote (fixture, fixture->jam, WEEKS + 3, GR_EVENT_LIFT_UNKNOWN);
  g_assert_cmpfloat (mean_of (fixture, fixture->jam, 3), >, 1.45 * 7 * EACH);
  g_assert_cmpfloat (mean_of (fixture, fixture->jam, 3), <, 2 * 7 * EACH);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->jam, 1), 7 * EACH, 1);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->jam, 6), 7 * EACH, 1.5);
  others_after = dump_forecasts (fixture, "item_id <> (SELECT id FROM item WHERE code = 'JAM')");
  g_assert_cmpstr (others_after, ==, others);
  /* What was made for one item is what a run for all would make. */
  at_once = dump_forecasts (fixture, "1");
  shop_fixture_plan (&fixture->base);
  planned = dump_forecasts (fixture, "1");
  g_assert_cmpstr (planned, ==, at_once);
  undo (fixture);
  after = dump_forecasts (fixture, "1");
  g_assert_cmpstr (after, ==, before);
}

/* Where nothing is known yet the owner's idea holds. */
static void
test_an_idea_is_taken (Fixture *fixture, gconstpointer data)
{
  shop_fixture_plan (&fixture->base);
  promote (fixture, fixture->base.steady[1], WEEKS + 2, 50);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->base.steady[1], 2) / 20, 1.5, 0.15);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->base.steady[1], 5) / 20, 1, 0.1);
  undo (fixture);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->base.steady[1], 2) / 20, 1, 0.1);
}

/* A week that is known to have been a promotion's does not stand out. */
static void
test_what_is_known_is_no_finding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = gr_shop_demand_findings (fixture->base.shop, fixture->jam, NULL);
  g_autoptr (GArray) after = NULL;

  g_assert_cmpuint (before->len, ==, G_N_ELEMENTS (promotions));
  promote_all (fixture);
  after = gr_shop_demand_findings (fixture->base.shop, fixture->jam, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  const GrEventRecord *record;

  promote_all (fixture);
  promote (fixture, fixture->jam, WEEKS + 3, 70);
  promote (fixture, 0, WEEKS + 5, 30);
  records = gr_shop_event_records (fixture->base.shop, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 5);
  record = g_ptr_array_index (records, 0); /* the whole shop's has never been */
  g_assert_cmpint (record->n_weeks, ==, 0);
  g_assert_true (isnan (record->lift));
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record->event->name, ==, "Jam week");
  g_assert_cmpstr (record->event->item_code, ==, "JAM");
  g_assert_cmpint (record->event->lift_percent, ==, 70);
  g_assert_cmpint (record->n_weeks, ==, 3);
  g_assert_cmpfloat_with_epsilon (record->lift, 1, 0.1);
}

static void
test_changes_and_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrEvent) event = NULL;
  gint64 id, n_deeds;

  shop_fixture_plan (&fixture->base);
  id = promote (fixture, fixture->jam, WEEKS + 2, 50);
  n_deeds = shop_fixture_number (&fixture->base, "SELECT count (*) FROM deed");
  event = gr_shop_event (fixture->base.shop, id, NULL);
  g_assert_cmpint (gr_shop_save_event (fixture->base.shop, event, NULL, NULL), ==, id); /* nothing new */
  g_assert_cmpint (shop_fixture_number (&fixture->base, "SELECT count (*) FROM deed"), ==, n_deeds);
  event->item_id = fixture->base.steady[0]; /* not of jam at all */
  g_assert_cmpint (gr_shop_save_event (fixture->base.shop, event, NULL, NULL), ==, id);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->jam, 2), 7 * EACH, 1);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->base.steady[0], 2) / 10, 1.5, 0.15);
  g_assert_true (gr_shop_remove_event (fixture->base.shop, id, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->base.steady[0], 2) / 10, 1, 0.1);
  g_assert_false (gr_shop_remove_event (fixture->base.shop, id, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  event->id = 0;
  event->ends_before = event->starts_on;
  g_assert_cmpint (gr_shop_save_event (fixture->base.shop, event, NULL, &error), ==, 0);
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static gboolean
succeed (Fixture *fixture, gint64 item_id, gint64 before, int share, GError **error)
{
  GrPredecessorChoice choice = {.item_id = before, .share_percent = share};

  return gr_shop_set_predecessor (fixture->base.shop, item_id, &choice, error);
}

static gboolean
is_explained (Fixture *fixture, gint64 item_id, const char *words)
{
  g_autofree char *text = shop_fixture_explain (&fixture->base, item_id, GR_GRAIN_WEEK);

  g_test_message ("%s", text);
  return strstr (text, words) != NULL;
}

/* An item that was never sold is forecast from the one whose place it takes. */
static void
test_a_new_item_has_a_past (Fixture *fixture, gconstpointer data)
{
  gint64 marmalade = add_item (fixture, "MARMALADE");
  g_autofree char *at_once = NULL, *planned = NULL;

  shop_fixture_plan (&fixture->base);
  g_assert_cmpfloat (mean_of (fixture, marmalade, 1), ==, 0);
  g_assert_true (succeed (fixture, marmalade, fixture->jam, 50, NULL));
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, marmalade, 1), 0.5 * 7 * EACH, 1);
  g_assert_true (is_explained (fixture, marmalade, "Predecessor: JAM (its sales before "));
  at_once = dump_forecasts (fixture, "1");
  shop_fixture_plan (&fixture->base);
  planned = dump_forecasts (fixture, "1");
  g_assert_cmpstr (planned, ==, at_once);
  g_assert_true (succeed (fixture, marmalade, 0, 0, NULL));
  g_assert_cmpfloat (mean_of (fixture, marmalade, 1), ==, 0);
  undo (fixture);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, marmalade, 1), 0.5 * 7 * EACH, 1);
  undo (fixture);
  g_assert_cmpfloat (mean_of (fixture, marmalade, 1), ==, 0);
}

/* Sold side by side for eight weeks, three to two. */
static void
test_a_share_is_measured (Fixture *fixture, gconstpointer data)
{
  gint64 marmalade = add_item (fixture, "MARMALADE");
  const char *history = "SELECT n_history FROM forecast WHERE grain = 'week' AND item_id = "
                        "(SELECT id FROM item WHERE code = 'MARMALADE')";

  sell (fixture, marmalade, WEEKS - 8, WEEKS, 3);
  shop_fixture_plan (&fixture->base);
  g_assert_cmpint (shop_fixture_number (&fixture->base, history), ==, 8);
  g_assert_true (succeed (fixture, marmalade, fixture->jam, 0, NULL));
  g_assert_cmpint (shop_fixture_number (&fixture->base, history), ==, WEEKS);
  g_assert_true (is_explained (fixture, marmalade, "times 1.50)"));
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, marmalade, 1), 7 * 3, 2);
}

static void
test_nothing_takes_its_own_place (Fixture *fixture, gconstpointer data)
{
  gint64 marmalade = add_item (fixture, "MARMALADE"), honey = add_item (fixture, "HONEY");
  g_auto (GrPredecessorChoice) choice = {0};
  g_autoptr (GError) error = NULL;

  g_assert_false (succeed (fixture, marmalade, marmalade, 0, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (succeed (fixture, marmalade, fixture->jam, 80, NULL));
  g_assert_true (succeed (fixture, honey, marmalade, 0, NULL));
  g_assert_false (succeed (fixture, fixture->jam, honey, 0, &error));
  g_assert_cmpstr (error->message, ==, "JAM can’t replace HONEY: that item already replaces it");
  g_clear_error (&error);
  g_assert_false (succeed (fixture, honey, fixture->jam, 1001, &error));
  g_assert_true (gr_shop_predecessor (fixture->base.shop, marmalade, &choice, NULL));
  g_assert_cmpstr (choice.code, ==, "JAM");
  g_assert_cmpint (choice.share_percent, ==, 80);
  shop_fixture_plan (&fixture->base); /* honey sells what marmalade sold, which is of jam */
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, honey, 1), 0.8 * 7 * EACH, 1);
}

/* A file with a ring in it is read all the same. */
static void
test_a_ring_is_survived (Fixture *fixture, gconstpointer data)
{
  gint64 marmalade = add_item (fixture, "MARMALADE");
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO open_deed VALUES (1, 1); INSERT INTO predecessor VALUES (%d, %d, 100), (%d, %d, 100);"
      "DELETE FROM open_deed",
      (int) marmalade, (int) fixture->jam, (int) fixture->jam, (int) marmalade);

  shop_fixture_run_sql (&fixture->base, sql);
  shop_fixture_plan (&fixture->base);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->jam, 1), 7 * EACH, 1);
}

#define TEST(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/known-events/recurs", test_a_promotion_recurs);
  TEST ("/known-events/idea", test_an_idea_is_taken);
  TEST ("/known-events/findings", test_what_is_known_is_no_finding);
  TEST ("/known-events/records", test_records);
  TEST ("/known-events/changes", test_changes_and_removal);
  TEST ("/predecessor/new", test_a_new_item_has_a_past);
  TEST ("/predecessor/share", test_a_share_is_measured);
  TEST ("/predecessor/own-place", test_nothing_takes_its_own_place);
  TEST ("/predecessor/ring", test_a_ring_is_survived);
  return g_test_run();
}
