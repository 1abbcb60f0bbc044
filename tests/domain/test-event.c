#include "domain/base/error.h"
#include "domain/plan/event.h"

static GrEvent *
new_event (void)
{
  GrEvent *event = gr_event_new();

  event->name = g_strdup ("Spring fair");
  event->starts_on = 100;
  event->ends_before = 107;
  return event;
}

static void
assert_wrong (const GrEvent *event)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gr_event_check (event, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static void
test_what_may_be_saved (void)
{
  g_autoptr (GrEvent) event = new_event();
  g_autoptr (GrEvent) nameless = gr_event_new();

  g_assert_true (gr_event_check (event, NULL));
  assert_wrong (nameless);
  event->lift_percent = 901;
  assert_wrong (event);
  event->lift_percent = -90;
  g_assert_true (gr_event_check (event, NULL));
  event->ends_before = 100;
  assert_wrong (event);
  event->ends_before = 600;
  assert_wrong (event);
  event->ends_before = 101;
  event->item_id = 7;
  g_assert_true (gr_event_check (event, NULL));
  event->family = g_strdup ("Cheese");
  assert_wrong (event);
}

static void
test_whom_it_touches (void)
{
  g_autoptr (GrEvent) event = new_event();
  g_autoptr (GrEvent) again = gr_event_copy (event);

  g_assert_true (gr_event_touches (event, 1, "Cheese"));
  g_assert_true (gr_event_touches (event, 1, NULL));
  event->family = g_strdup ("Cheese");
  g_assert_true (gr_event_touches (event, 1, "Cheese"));
  g_assert_false (gr_event_touches (event, 1, "Wine"));
  g_assert_false (gr_event_touches (event, 1, NULL));
  again->item_id = 1;
  g_assert_true (gr_event_touches (again, 1, NULL));
  g_assert_false (gr_event_touches (again, 2, "Cheese"));
  g_assert_cmpint (gr_event_precedence (again), >, gr_event_precedence (event));
}

static void
test_the_same_event_again (void)
{
  g_autoptr (GrEvent) event = new_event();
  g_autoptr (GrEvent) again = gr_event_copy (event);

  g_free (again->name);
  again->name = g_strdup ("SPRING Fair");
  g_assert_true (gr_event_is_same (event, again));
  g_free (again->name);
  again->name = g_strdup ("Autumn fair");
  g_assert_false (gr_event_is_same (event, again));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/check", test_what_may_be_saved);
  g_test_add_func ("/event/whom", test_whom_it_touches);
  g_test_add_func ("/event/same", test_the_same_event_again);
  return g_test_run();
}
