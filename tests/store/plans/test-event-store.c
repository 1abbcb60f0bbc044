#include "fixture.h"

#include "domain/base/error.h"
#include "store/journal/deed-items.h"
#include "store/plans/event-store.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static GrEvent *
new_event (const char *name, int starts_on, int n_days)
{
  GrEvent *event = gr_event_new();

  event->name = g_strdup (name);
  event->starts_on = starts_on;
  event->ends_before = starts_on + n_days;
  return event;
}

static gint64
add_item_of (Fixture *fixture, const char *code, const char *family)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;

  item->code = g_strdup (code);
  item->family = g_strdup (family);
  gr_item_store_save (fixture->database, item, &error);
  g_assert_no_error (error);
  return item->id;
}

static guint
count_deed_items (Fixture *fixture, gint64 deed)
{
  g_autoptr (GArray) items = gr_deed_items (fixture->database, deed, NULL);

  return items->len;
}

static void
test_events_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrEvent) event = new_event ("Fair", 200, 3);
  g_autoptr (GrEvent) feast = new_event ("Feast", 100, 1);
  g_autoptr (GrEvent) found = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 deed;

  fixture_begin (fixture, "Items");
  event->item_id = fixture_add_item (fixture, "A", "Apples");
  fixture_finish (fixture);
  before = fixture_dump (fixture);
  fixture_begin (fixture, "Events");
  event->lift_percent = 38;
  g_assert_true (gr_event_store_save (fixture->database, event, NULL));
  g_assert_true (gr_event_store_save (fixture->database, feast, NULL));
  deed = fixture_finish (fixture);
  all = gr_event_store_list (fixture->database, NULL);
  g_assert_cmpint (all->len, ==, 2);
  g_assert_cmpstr (((GrEvent *) all->pdata[0])->name, ==, "Feast");
  g_assert_cmpint (((GrEvent *) all->pdata[0])->lift_percent, ==, GR_EVENT_LIFT_UNKNOWN);
  found = gr_event_store_by_id (fixture->database, event->id, NULL);
  g_assert_cmpstr (found->item_code, ==, "A");
  g_assert_cmpint (found->lift_percent, ==, 38);
  g_assert_cmpint (found->ends_before, ==, 203);
  fixture_undo (fixture, deed);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture_redo (fixture, deed);
  g_assert_cmpint (fixture_number (fixture, "SELECT lift_percent FROM event WHERE name = 'Fair'"), ==, 38);
  fixture_assert_clean (fixture);
}

static void
test_wrong_events_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrEvent) event = new_event ("Fair", 200, 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (gr_event_store_save (fixture->database, event, &error)); /* no deed */
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  g_clear_error (&error);
  fixture_begin (fixture, "Wrong");
  event->family = g_strdup ("Nobody’s");
  g_assert_false (gr_event_store_save (fixture->database, event, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  event->ends_before = event->starts_on;
  g_assert_false (gr_event_store_save (fixture->database, event, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  fixture_finish (fixture);
}

/* A deed is about the items that its events touch, or touched before. */
static void
test_whom_events_touch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrEvent) of_shop = new_event ("Christmas", 200, 3);
  g_autoptr (GrEvent) of_item = new_event ("Promotion", 200, 3);
  gint64 bread;

  fixture_begin (fixture, "Items");
  add_item_of (fixture, "CHEESE1", "Cheese");
  add_item_of (fixture, "CHEESE2", "Cheese");
  bread = add_item_of (fixture, "BREAD", NULL);
  fixture_finish (fixture);
  fixture_begin (fixture, "Christmas");
  g_assert_true (gr_event_store_save (fixture->database, of_shop, NULL));
  g_assert_cmpint (count_deed_items (fixture, fixture_finish (fixture)), ==, 3);
  fixture_begin (fixture, "Promotion");
  of_item->item_id = bread;
  g_assert_true (gr_event_store_save (fixture->database, of_item, NULL));
  g_assert_cmpint (count_deed_items (fixture, fixture_finish (fixture)), ==, 1);
  fixture_begin (fixture, "Promotion of cheese instead");
  of_item->item_id = 0;
  of_item->family = g_strdup ("Cheese");
  g_assert_true (gr_event_store_save (fixture->database, of_item, NULL));
  g_assert_cmpint (count_deed_items (fixture, fixture_finish (fixture)), ==, 3);
  fixture_begin (fixture, "Longer");
  of_item->ends_before++;
  g_assert_true (gr_event_store_save (fixture->database, of_item, NULL));
  g_assert_cmpint (count_deed_items (fixture, fixture_finish (fixture)), ==, 2);
}

static void
test_predecessors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) chain = NULL;
  g_autoptr (GrItemSet) of_a = NULL;
  g_autoptr (GrItemSet) of_b = NULL;
  g_autoptr (GrItemSet) of_c = NULL;
  g_autoptr (GrItemSet) later = NULL;
  gint64 a, b, c, deed;

  fixture_begin (fixture, "Items");
  a = fixture_add_item (fixture, "A", "");
  b = fixture_add_item (fixture, "B", "");
  c = fixture_add_item (fixture, "C", "");
  fixture_finish (fixture);
  fixture_begin (fixture, "B takes A’s place, and C B’s");
  g_assert_true (gr_predecessor_store_save (fixture->database, &(GrPredecessor){b, a, 80}, NULL));
  g_assert_true (gr_predecessor_store_save (fixture->database, &(GrPredecessor){c, b, 0}, NULL));
  deed = fixture_finish (fixture);
  g_assert_cmpint (count_deed_items (fixture, deed), ==, 2);
  of_b = gr_item_set_new_one (b);
  rows = gr_predecessor_store_list (fixture->database, of_b, NULL);
  g_assert_cmpint (rows->len, ==, 1);
  g_assert_cmpint (g_array_index (rows, GrPredecessor, 0).predecessor_id, ==, a);
  g_assert_cmpint (g_array_index (rows, GrPredecessor, 0).share_percent, ==, 80);
  of_a = gr_item_set_new_one (a);
  later = gr_predecessor_store_successors (fixture->database, of_a, NULL);
  g_assert_cmpint (gr_item_set_size (later), ==, 3); /* itself, and those after it */
  g_assert_true (gr_item_set_has (later, c));
  of_c = gr_item_set_new_one (c);
  chain = gr_predecessor_store_list (fixture->database, of_c, NULL);
  g_assert_cmpint (chain->len, ==, 2); /* whose place it takes, and whose that one took */
  fixture_undo (fixture, deed);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM predecessor"), ==, 0);
  fixture_redo (fixture, deed);
  fixture_begin (fixture, "B is new after all");
  g_assert_true (gr_predecessor_store_save (fixture->database, &(GrPredecessor){.item_id = b}, NULL));
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM predecessor"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/event-store/come-back", test_events_come_back);
  TEST ("/event-store/wrong", test_wrong_events_are_refused);
  TEST ("/event-store/whom", test_whom_events_touch);
  TEST ("/event-store/predecessors", test_predecessors);
  return g_test_run();
}
