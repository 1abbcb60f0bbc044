#include "shop-fixture.h"
#include "shop-words.h"

#include "demand/event/event-lessons.h"
#include "shop/catalogue/item-card.h"
#include "shop/forecasting/known-events.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "store/sales/demand-store.h"

#include <math.h>

/* Three spreads sold 14 a week for 80 weeks, and twice as many in two promotions; a fourth is new. */
#define WEEKS     80
#define NEW_WEEKS 16
#define A_WEEK    14

static const int promotions[] = {30, 52};

typedef struct {
  ShopFixture base;
  gint64 old[3], young, other; /* @other is of another family */
  GrDate first;                /* a Monday */
} Fixture;

static gint64
add_item (const Fixture *fixture, const char *code, const char *family)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  item->code = g_strdup (code);
  item->family = g_strdup (family);
  id = shop_save_item (fixture->base.shop, item, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
is_promoted (int week)
{
  return week == promotions[0] || week == promotions[1];
}

static void
sell (const Fixture *fixture, GrSaleBatch *batch, gint64 item_id, int from)
{
  for (int day = 7 * from; day < 7 * WEEKS; day++) {
    GrSaleLine line = {.item_id = item_id, .sold_on = fixture->first + day, .unit_price = 10000};
    gboolean is_duplicate;

    line.qty = gr_qty_from_units (A_WEEK / 7 * (is_promoted (day / 7) ? 2 : 1));
    g_assert_true (gr_sale_batch_add (batch, &line, &is_duplicate, NULL));
  }
}

static void
sell_all (const Fixture *fixture)
{
  g_autoptr (GrSaleBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;

  gr_shop_begin_deed (fixture->base.shop, "import-sales", "Sales", &error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->base.shop), &error);
  for (int i = 0; i < 3; i++)
    sell (fixture, batch, fixture->old[i], 0);
  sell (fixture, batch, fixture->young, WEEKS - NEW_WEEKS);
  sell (fixture, batch, fixture->other, WEEKS - NEW_WEEKS);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  gr_shop_end_deed (fixture->base.shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

/* A week's promotion of one item, or of a family; @week counts from the first. */
static gint64
promote (const Fixture *fixture, gint64 item_id, const char *family, int week)
{
  g_autoptr (GrEvent) event = gr_event_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  event->name = g_strdup (item_id == fixture->young ? "spread WEEK" : "Spread week");
  event->item_id = item_id;
  event->family = g_strdup (family);
  event->starts_on = fixture->first + 7 * week;
  event->ends_before = event->starts_on + 7;
  id = gr_shop_save_event (fixture->base.shop, event, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  shop_fixture_set_up (&fixture->base, data);
  fixture->first = gr_grain_start (GR_GRAIN_WEEK, fixture->base.today) - 7 * WEEKS;
  for (int i = 0; i < 3; i++)
    fixture->old[i] = add_item (fixture, (const char *[]){"JAM", "HONEY", "CURD"}[i], "Spreads");
  fixture->young = add_item (fixture, "MARMALADE", "Spreads");
  fixture->other = add_item (fixture, "PICKLE", "Pickles");
  sell_all (fixture);
  shop_fixture_plan (&fixture->base);
}

static void
promote_all (const Fixture *fixture)
{
  for (int i = 0; i < 3; i++)
    for (guint j = 0; j < G_N_ELEMENTS (promotions); j++)
      promote (fixture, fixture->old[i], NULL, promotions[j]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  shop_fixture_check (&fixture->base);
  shop_fixture_tear_down (&fixture->base, data);
}

/* The forecast of a week, counted from the running one. */
static double
mean_of (const Fixture *fixture, gint64 item_id, int week)
{
  g_autofree char *sql = g_strdup_printf ("SELECT mean FROM forecast_point WHERE item_id = %d AND grain = 'week' AND "
                                          "starts_on = %d",
      (int) item_id, fixture->first + 7 * (WEEKS + week));
  g_autofree char *text = shop_fixture_dump (&fixture->base, sql);

  return g_ascii_strtod (text, NULL);
}

static char *
dump (const Fixture *fixture)
{
  g_autofree char *prints =
      shop_fixture_dump (&fixture->base, "SELECT item_id, grain, fingerprint FROM forecast ORDER BY 1, 2");
  g_autofree char *effects = shop_fixture_dump (&fixture->base, "SELECT * FROM event_effect ORDER BY 1, 2");

  return g_strconcat (prints, effects, NULL);
}

/* What the deeds made is what a plan of all makes, once and again. */
static void
assert_plan_agrees (const Fixture *fixture)
{
  g_autofree char *before = dump (fixture);

  for (int i = 0; i < 2; i++) {
    g_autofree char *after = NULL;

    shop_fixture_plan (&fixture->base);
    after = dump (fixture);
    g_assert_cmpstr (after, ==, before);
  }
}

static gboolean
is_explained (const Fixture *fixture, gint64 item_id, const char *words)
{
  g_autofree char *text = shop_fixture_explain (&fixture->base, item_id, GR_GRAIN_WEEK);

  g_test_message ("%s", text);
  return strstr (text, words) != NULL;
}

/* Six weeks of twice as much: (168 + 15) / (84 + 15) = 1.85. */
static void
test_a_new_item_learns_from_its_family (Fixture *fixture, gconstpointer data)
{
  promote_all (fixture);
  g_assert_cmpint (shop_fixture_number (&fixture->base, "SELECT count (*) FROM event_effect WHERE n_weeks = 2"), ==, 3);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), A_WEEK, 0.5);
  promote (fixture, fixture->young, NULL, WEEKS + 3);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), 1.85 * A_WEEK, 2);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 1), A_WEEK, 1);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 6), A_WEEK, 1.5);
  g_assert_true (
      is_explained (fixture, fixture->young, "spread WEEK: +85%\nEffect on the family: +85% (from 3 other items)"));
  assert_plan_agrees (fixture);
  gr_shop_undo (fixture->base.shop, NULL, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), A_WEEK, 0.5);
  assert_plan_agrees (fixture);
}

/* One that has a past itself does not count among the others: four weeks, (112 + 15) / (56 + 15) = 1.79. Its own is
 * kept from zero: 2.1 / 1.1. */
static void
test_own_past_and_the_familys (Fixture *fixture, gconstpointer data)
{
  promote_all (fixture);
  promote (fixture, fixture->old[0], NULL, WEEKS + 3);
  g_assert_true (is_explained (fixture, fixture->old[0],
      "Spread week: +87% ((1.909^2 × 1.790)^(1/3) = 1.869)\nEffect on this item: +91% (from 2 past weeks with this "
      "event)\nEffect on the family: +79% (from 2 other items)"));
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->old[0], 3), 1.87 * A_WEEK, 3);
}

/* Where the family knows nothing the shop may. */
static void
test_others_learn_from_the_shop (Fixture *fixture, gconstpointer data)
{
  promote_all (fixture);
  promote (fixture, fixture->other, NULL, WEEKS + 3);
  g_assert_true (
      is_explained (fixture, fixture->other, "Spread week: +85%\nEffect on the shop: +85% (from 3 other items)"));
  assert_plan_agrees (fixture);
}

/* The family's promotion, before there was the new one. */
static void
test_a_familys_event (Fixture *fixture, gconstpointer data)
{
  for (guint j = 0; j < G_N_ELEMENTS (promotions); j++)
    promote (fixture, 0, "Spreads", promotions[j]);
  promote (fixture, 0, "Spreads", WEEKS + 3);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), 1.85 * A_WEEK, 2);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->other, 3), A_WEEK, 0.5);
  assert_plan_agrees (fixture);
}

/* What is noted of another item later, or taken back, reaches those that learn from it at once. */
static void
test_the_past_may_be_noted_later (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  promote (fixture, fixture->young, NULL, WEEKS + 3);
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), A_WEEK, 0.5);
  g_assert_true (is_explained (fixture, fixture->young, "spread WEEK: unknown (effect not known yet)"));
  id = promote (fixture, fixture->old[0], NULL, promotions[0]); /* (28 + 15) / (14 + 15) */
  g_assert_true (is_explained (fixture, fixture->young, "+48%\nEffect on the family: +48% (from 1 other item)"));
  assert_plan_agrees (fixture);
  g_assert_true (gr_shop_remove_event (fixture->base.shop, id, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (mean_of (fixture, fixture->young, 3), A_WEEK, 0.5);
  assert_plan_agrees (fixture);
}

static gint64
count_made_anew (const Fixture *fixture)
{
  return shop_fixture_number (&fixture->base,
      "SELECT count (*) FROM forecast f WHERE NOT EXISTS (SELECT 1 FROM forecast_point p "
      "WHERE p.item_id = f.item_id AND p.grain = f.grain AND naive = 777)");
}

/* Today's lie in the running week; a few of a week before that no event is near to, in one item's history. */
static void
test_a_days_sales_refit_what_was_sold (Fixture *fixture, gconstpointer data)
{
  promote_all (fixture);
  promote (fixture, fixture->young, NULL, WEEKS + 3);
  shop_fixture_run_sql (&fixture->base, "UPDATE forecast_point SET naive = 777");
  shop_fixture_sell (&fixture->base, fixture->old[1], fixture->base.today, 300);
  shop_fixture_plan (&fixture->base);
  g_assert_cmpint (count_made_anew (fixture), ==, 0);
  shop_fixture_sell (&fixture->base, fixture->old[1], fixture->first + 7 * 70, 30);
  shop_fixture_plan (&fixture->base);
  g_assert_cmpint (count_made_anew (fixture), ==, 2);
}

/* A lesson is kept in hundredths, and the family's counts before the shop's. */
static void
test_lessons (void)
{
  const GrEventLesson lesson = {.family = {200000, 100000, 4, 2}, .elsewhere = {30000, 100000, 10, 10}};
  const GrEventLesson nothing = {0};
  double shop = (30 + 11 * 1.5) / (100 + 11);

  g_assert_cmpfloat_with_epsilon (
      gr_event_lesson_effect (&lesson, 1.5), round (100 * (200 + 26 * shop) / (100 + 26)) / 100, 1e-12);
  g_assert_cmpfloat (gr_event_lesson_effect (&nothing, 1.5), ==, 1.5);
}

#define TEST(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-lessons/hundredths", test_lessons);
  TEST ("/event-lessons/family", test_a_new_item_learns_from_its_family);
  TEST ("/event-lessons/own", test_own_past_and_the_familys);
  TEST ("/event-lessons/shop", test_others_learn_from_the_shop);
  TEST ("/event-lessons/family-event", test_a_familys_event);
  TEST ("/event-lessons/later", test_the_past_may_be_noted_later);
  TEST ("/event-lessons/refits", test_a_days_sales_refit_what_was_sold);
  return g_test_run();
}
