#include "every-deed.h"
#include "expect.h"
#include "forecast-words.h"
#include "shop-words.h"

#include "shop/base/undo-deed.h"
#include "shop/forecasting/choose-forecast.h"
#include "shop/forecasting/known-events.h"

static void
assert_same (const char *deed, const char *when, const char *now, const char *then)
{
  if (g_strcmp0 (now, then) != 0)
    g_test_message ("%s, %s", deed, when);
  g_assert_cmpstr (now, ==, then);
}

/* What the owner decided about forecasts. */
static char *
read_choices (const ShopFixture *fixture)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  g_autoptr (GPtrArray) events = gr_shop_event_records (fixture->shop, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    gint64 item_id = g_array_index (items, gint64, i);
    g_auto (GrPredecessorChoice) before = {0};
    g_autoptr (GArray) findings = gr_shop_demand_findings (fixture->shop, item_id, NULL);
    GrForecastChoice choice;

    EXPECT (gr_shop_forecast_choice (fixture->shop, item_id, &choice, ERR));
    EXPECT (gr_shop_predecessor (fixture->shop, item_id, &before, ERR));
    g_string_append_printf (text, "%d: method %d from %d, after %s %d\n", (int) item_id, (int) choice.method,
        (int) choice.history_from, before.code, before.share_percent);
    for (guint k = 0; k < findings->len; k++) {
      const GrDemandFinding *found = &g_array_index (findings, GrDemandFinding, k);

      g_string_append_printf (text, "  %d %d-%d aside %d decided %d\n", (int) found->mark.kind,
          (int) found->mark.starts_on, (int) found->mark.ends_before, found->mark.is_set_aside, found->is_decided);
    }
  }
  for (guint i = 0; i < events->len; i++) {
    const GrEvent *event = ((GrEventRecord *) events->pdata[i])->event;

    g_string_append_printf (text, "%s %d %d-%d %d\n", event->name, (int) event->item_id, (int) event->starts_on,
        (int) event->ends_before, event->lift_percent);
  }
  return g_string_free (text, FALSE);
}

static char *
read_all (const ShopFixture *fixture)
{
  g_autofree char *books = shop_fixture_books_text (fixture);
  g_autofree char *choices = read_choices (fixture);
  g_autofree char *forecasts = shop_fixture_forecasts_text (fixture);

  return g_strconcat (books, choices, forecasts, NULL);
}

/* What a deed leaves is what a whole run of the plan makes of it; undo brings back what a person saw before it, redo
 * what they saw after it. Each is one deed, and undo and redo name it. */
static void
try_deed (ShopFixture *fixture, const ShopDeed *deed)
{
  g_autofree char *before = read_all (fixture);
  g_autofree char *after = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *title = NULL;
  g_autofree char *undo_title = NULL;
  g_autofree char *redo_title = NULL;
  int n_deeds = shop_fixture_n_deeds (fixture);

  EXPECT (deed->act (fixture, ERR));
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds + 1);
  title = shop_fixture_last_title (fixture);
  after = read_all (fixture);
  if (g_str_equal (after, before))
    g_test_message ("%s", deed->name);
  g_assert_cmpstr (after, !=, before);
  shop_fixture_plan (fixture);
  planned = read_all (fixture);
  assert_same (deed->name, "planned as a whole", planned, after);
  EXPECT (gr_shop_undo (fixture->shop, &undo_title, NULL, ERR));
  g_assert_cmpstr (undo_title, ==, title);
  undone = read_all (fixture);
  assert_same (deed->name, "undone", undone, before);
  EXPECT (gr_shop_redo (fixture->shop, &redo_title, NULL, ERR));
  g_assert_cmpstr (redo_title, ==, title);
  redone = read_all (fixture);
  assert_same (deed->name, "redone", redone, after);
}

static void
try_all (ShopFixture *fixture, const ShopDeed *deeds)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *back = NULL;
  g_autofree char *forth = NULL;
  int n = 0;

  shop_fixture_plan (fixture);
  first = read_all (fixture);
  for (; deeds[n].name != NULL; n++)
    try_deed (fixture, &deeds[n]);
  last = read_all (fixture);
  for (int i = 0; i < n; i++)
    EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  back = read_all (fixture);
  assert_same ("all", "undone", back, first);
  for (int i = 0; i < n; i++)
    EXPECT (gr_shop_redo (fixture->shop, NULL, NULL, ERR));
  forth = read_all (fixture);
  assert_same ("all", "redone", forth, last);
  shop_fixture_check (fixture);
}

static void
test_orders (ShopFixture *fixture, gconstpointer data)
{
  try_all (fixture, shop_deeds_of_orders);
}

static void
test_receipts (ShopFixture *fixture, gconstpointer data)
{
  shop_deeds_send_one (fixture);
  try_all (fixture, shop_deeds_of_receipts);
}

static void
test_catalogue (ShopFixture *fixture, gconstpointer data)
{
  try_all (fixture, shop_deeds_of_catalogue);
}

static void
test_forecasts (ShopFixture *fixture, gconstpointer data)
{
  shop_deeds_add_young (fixture);
  try_all (fixture, shop_deeds_of_forecasts);
}

static void
add (const char *path, void (*test) (ShopFixture *, gconstpointer))
{
  g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, test, shop_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/every-deed/orders", test_orders);
  add ("/every-deed/receipts", test_receipts);
  add ("/every-deed/catalogue", test_catalogue);
  add ("/every-deed/forecasts", test_forecasts);
  return g_test_run();
}
