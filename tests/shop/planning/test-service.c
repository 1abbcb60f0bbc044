#include "../bench/replenishment.h"

#include <gio/gio.h>

/* A fixed sample of a real shop's weeks, replenished by our own plans as `make bench` does it for all of them. The
 * sample is a little harder than the shop: 94.0 % and 5.9 weeks stand for 94.7 % and 5.4. */

#define WEEKS     26
#define LEAD_TIME 2

typedef struct {
  int n;
  double weeks[128];
} Item;

static Item
read_item (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, ",", -1);
  Item item = {0};

  for (char **field = fields + 1; *field != NULL && item.n < (int) G_N_ELEMENTS (item.weeks); field++)
    item.weeks[item.n++] = g_ascii_strtod (*field, NULL);
  return item;
}

static ReplenishmentRecord
replay (double service_level)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRANARY_FIXTURES"), "retail-weeks.csv", NULL);
  ReplenishmentRecord sum = {0};
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (char **line = lines + 1; *line != NULL; line++) {
    Item item = read_item (*line);
    GrSeries series = {.values = item.weeks, .n = (gsize) item.n, .period = 52};
    ReplenishmentTerms terms = {item.n - WEEKS, WEEKS, LEAD_TIME, service_level, NULL};
    ReplenishmentRecord record = {0};

    replenishment_run (&series, &terms, &record);
    g_assert_cmpint (record.n_weeks, ==, WEEKS);
    g_assert_cmpfloat (record.lost, <=, record.demand);
    replenishment_add (&sum, &record);
  }
  return sum;
}

static double
service_of (const ReplenishmentRecord *record)
{
  return 1 - (double) record->n_short / record->n_weeks;
}

static void
test_promise_is_kept (void)
{
  ReplenishmentRecord record = replay (0.95);

  g_test_message ("%.4f served, %.2f weeks of stock", service_of (&record), record.stock / record.demand);
  g_assert_cmpfloat (service_of (&record), >=, 0.935);
  g_assert_cmpfloat (record.stock / record.demand, <=, 6.1);
}

static void
test_more_is_promised_and_kept (void)
{
  ReplenishmentRecord less = replay (0.9), more = replay (0.98);

  g_assert_cmpfloat (service_of (&less), <, service_of (&more));
  g_assert_cmpfloat (less.stock, <, more.stock);
  g_assert_cmpfloat (service_of (&less), >=, 0.89);
  g_assert_cmpfloat (service_of (&more), >=, 0.96);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/promise-is-kept", test_promise_is_kept);
  g_test_add_func ("/service/more-is-promised-and-kept", test_more_is_promised_and_kept);
  return g_test_run();
}
