#include "exchange/formats/series-file.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("granary-series-XXXXXX.csv", &path, NULL);
  GPtrArray *series;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  series = gr_series_file_read (path, NULL, error);
  g_unlink (path);
  return series;
}

static void
assert_series (const GPtrArray *all, guint index, const char *id, int frequency, GArray *values)
{
  const GrFileSeries *series;

  g_assert_cmpuint (index, <, all->len);
  series = all->pdata[index];
  g_assert_cmpstr (series->id, ==, id);
  g_assert_cmpint (series->frequency, ==, frequency);
  g_assert_cmpuint (series->values->len, ==, values->len);
  for (guint i = 0; i < values->len; i++) {
    double wanted = g_array_index (values, double, i), got = g_array_index (series->values, double, i);

    g_assert_true (isnan (wanted) ? isnan (got) : wanted == got);
  }
  g_array_unref (values);
}

static GArray *
numbers (guint n, const double *values)
{
  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (double)), values, n);
}

#define NUMBERS(...) numbers (sizeof ((double[]){__VA_ARGS__}) / sizeof (double), (double[]){__VA_ARGS__})

/* Series keep the order in which the file brings them, however their rows are mixed; of a value's row only the parts
 * to learn from are taken. */
static void
test_series (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = read_text ("Value,SERIES_ID,part,frequency\n"
                                         "1,B,train,12\n-2.5,\"A,1\",TRAIN,4\n3,B,,1\n4,B,test,12\n5,\"A,1\",train,4",
      &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  assert_series (all, 0, "B", 12, NUMBERS (1, 3));
  assert_series (all, 1, "A,1", 4, NUMBERS (-2.5, 5));
}

static void
test_unknown_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = read_text ("series_id,frequency,value\nS,1,NA\nS,1,\nS,1,nan\nS,1,0\nS,1\n", &error);

  g_assert_no_error (error);
  assert_series (all, 0, "S", 1, NUMBERS (NAN, NAN, NAN, 0, NAN));
}

static void
test_says_what_is_wrong (void)
{
  static const char *const wrong[][2] = {
      {"series_id,frequency,part,value\nS1,12,train,x\n", ":2: value: "},
      {"series_id,frequency,part,value\nS1,12,train,1 2\n", ":2: value: "},
      {"series_id,frequency,part,value\nS1,0,train,1\n", ":2: frequency: "},
      {"series_id,frequency,part,value\nS1,367,train,1\n", ":2: frequency: "},
      {"series_id,frequency,part,value\nS1,12,train,1\n,12,train,1\n", ":3: series_id: "},
      {"series_id,part,value\nS1,train,1\n", ":1: frequency: "},
      {"series_id,frequency,part,value\nS1,12,train,inf\n", ":2: value: "},
      {"series_id,frequency,part,value\nS1,12,train,\"1\n", ":2: value: "},
      {"", ":1: series_id: "},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (wrong[i][0], &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, wrong[i][1]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series-file/series", test_series);
  g_test_add_func ("/series-file/unknown-values", test_unknown_values);
  g_test_add_func ("/series-file/says-what-is-wrong", test_says_what_is_wrong);
  return g_test_run();
}
