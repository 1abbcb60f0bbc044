#include "demand/event/event-marks.h"

/* A Monday; the first day of a month, too. */
#define START gr_date_from_ymd (2026, 6, 1)

static GrEvent *
add (GPtrArray *events, const char *name, GrDate starts_on, int n_days)
{
  GrEvent *event = gr_event_new();

  event->name = g_strdup (name);
  event->starts_on = starts_on;
  event->ends_before = starts_on + n_days;
  g_ptr_array_add (events, event);
  return event;
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free);
}

/* "1..2": what each week or month holds. */
static void
assert_codes (const GPtrArray *events, GrGrain grain, const char *expected)
{
  g_auto (GrEventMarks) marks = {0};
  g_autoptr (GString) codes = g_string_new (NULL);

  gr_event_marks_init (&marks, events, grain, START, (const int[]){4, (int) strlen (expected) - 4});
  for (int i = 0; i < marks.n; i++)
    g_string_append_c (codes, marks.codes == NULL || marks.codes[i] == 0 ? '.' : (char) ('0' + marks.codes[i]));
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
test_halves_count (void)
{
  g_autoptr (GPtrArray) events = new_events();

  assert_codes (events, GR_GRAIN_WEEK, "........");
  add (events, "Four days to Sunday and three more", START + 3, 7);
  assert_codes (events, GR_GRAIN_WEEK, "1.......");
  add (events, "A day", START + 16, 1);
  assert_codes (events, GR_GRAIN_WEEK, "1.2.....");
  add (events, "Two weeks from a Thursday", START + 7 * 4 + 3, 14);
  assert_codes (events, GR_GRAIN_WEEK, "1.2.33..");
  assert_codes (events, GR_GRAIN_MONTH, "12......"); /* June holds the longer of two, seven days to one */
}

static void
test_the_same_has_one_number (void)
{
  g_autoptr (GPtrArray) events = new_events();

  add (events, "Promotion", START, 7);
  add (events, "Feast", START + 7, 7);
  add (events, "promotion", START + 28, 7);
  assert_codes (events, GR_GRAIN_WEEK, "12..1...");
}

static void
test_the_special_comes_first (void)
{
  g_autoptr (GPtrArray) events = new_events();

  add (events, "Of all", START, 14);
  assert_codes (events, GR_GRAIN_WEEK, "11......");
  add (events, "Of one", START + 7, 4)->item_id = 7;
  assert_codes (events, GR_GRAIN_WEEK, "12......");
  add (events, "Of a family", START, 7)->family = g_strdup ("Cheese");
  assert_codes (events, GR_GRAIN_WEEK, "12......"); /* the family's is number 1 now, the shop's has no week left */
}

static void
test_before_and_after (void)
{
  g_autoptr (GPtrArray) events = new_events();

  add (events, "Long ago", START - 400, 30);
  add (events, "Up to the first Wednesday", START - 30, 33);
  add (events, "Far ahead", START + 4000, 5);
  assert_codes (events, GR_GRAIN_WEEK, "........");
  add (events, "Up to the first Thursday", START - 30, 34);
  assert_codes (events, GR_GRAIN_WEEK, "1.......");
}

/* An idea is of weeks; a month gets its part of it. */
static void
test_expectations (void)
{
  g_autoptr (GPtrArray) events = new_events();
  g_auto (GrEventMarks) weeks = {0}, months = {0};

  add (events, "Promotion", START, 7);
  add (events, "Promotion", START + 35, 7)->lift_percent = 60;
  gr_event_marks_init (&weeks, events, GR_GRAIN_WEEK, START, (const int[]){4, 4});
  g_assert_cmpfloat_with_epsilon (weeks.priors[1], 1.6, 1e-12);
  g_assert_cmpfloat (weeks.priors[2], ==, 1);
  gr_event_marks_init (&months, events, GR_GRAIN_MONTH, START, (const int[]){1, 3});
  g_assert_cmpfloat_with_epsilon (months.priors[1], 1 + 0.6 * 7 / 31, 1e-12);
}

static void
test_more_than_there_are_numbers (void)
{
  g_autoptr (GPtrArray) events = new_events();
  g_auto (GrEventMarks) marks = {0};

  for (int i = 0; i < 300; i++) {
    g_autofree char *name = g_strdup_printf ("Event %d", i);

    add (events, name, START + 7 * i, 7);
  }
  gr_event_marks_init (&marks, events, GR_GRAIN_WEEK, START, (const int[]){300, 10});
  g_assert_cmpint (marks.codes[254], ==, 255);
  g_assert_cmpint (marks.codes[255], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-marks/halves", test_halves_count);
  g_test_add_func ("/event-marks/same", test_the_same_has_one_number);
  g_test_add_func ("/event-marks/special", test_the_special_comes_first);
  g_test_add_func ("/event-marks/edges", test_before_and_after);
  g_test_add_func ("/event-marks/expectations", test_expectations);
  g_test_add_func ("/event-marks/many", test_more_than_there_are_numbers);
  return g_test_run();
}
