#include "shop/forecasting/forecast-series.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static const GrForecastSeriesChoices choices = {3, GR_METHOD_AUTOMATIC, 0};

typedef struct {
  char *directory;
  char *input;
  char *output;
} Files;

static void
set_up (Files *files, gconstpointer data)
{
  files->directory = g_dir_make_tmp ("granary-series-XXXXXX", NULL);
  files->input = g_build_filename (files->directory, "in.csv", NULL);
  files->output = g_build_filename (files->directory, "out.csv", NULL);
}

static void
tear_down (Files *files, gconstpointer data)
{
  g_unlink (files->input);
  g_unlink (files->output);
  g_rmdir (files->directory);
  g_free (files->input);
  g_free (files->output);
  g_free (files->directory);
}

static gboolean
run (Files *files, const char *text, GError **error)
{
  GrForecastSeriesOutcome outcome;

  g_assert_true (g_file_set_contents (files->input, text, -1, NULL));
  return gr_forecast_series (files->input, files->output, &choices, &outcome, NULL, error);
}

/* Test parts are not looked at: a constant series with a wild future is forecast as constant. */
static void
test_reads_training_parts (Files *files, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("series_id,period,h,frequency,part,value\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;

  for (int i = 0; i < 30; i++)
    g_string_append_printf (text, "S1,OTHER,%d,1,train,5\n\"S,2\",OTHER,%d,4,train,%d\n", i + 1, i + 1, -i);
  g_string_append (text, "S1,OTHER,1,1,test,5000\n");
  g_assert_true (run (files, text->str, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (files->output, &out, NULL, NULL));
  lines = g_strsplit (g_strstrip (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_true (g_str_has_prefix (lines[0], "series_id,h,mean,lo80,hi80,lo95,hi95,method"));
  g_assert_true (g_str_has_prefix (lines[1], "S1,1,5,"));
  g_assert_true (g_str_has_prefix (lines[3], "S1,3,5,"));
  g_assert_true (g_str_has_prefix (lines[4], "\"S,2\",1,-"));
}

static void
test_says_what_is_wrong (Files *files, gconstpointer data)
{
  static const char *const wrong[][2] = {
      {"series_id,frequency,part,value\nS1,12,train,x\n", ":2: value: "},
      {"series_id,frequency,part,value\nS1,0,train,1\n", ":2: frequency: "},
      {"series_id,frequency,part,value\nS1,12,train,1\n,12,train,1\n", ":3: series_id: "},
      {"series_id,part,value\nS1,train,1\n", ":1: frequency: "},
      {"series_id,frequency,part,value\nS1,12,train,inf\n", ":2: value: "},
      {"", ":1: series_id: "},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (run (files, wrong[i][0], &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, wrong[i][1]));
    g_assert_false (g_file_test (files->output, G_FILE_TEST_EXISTS));
  }
}

static void
test_missing_values (Files *files, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("series_id,frequency,value\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  for (int i = 0; i < 24; i++)
    g_string_append_printf (text, "S1,12,%s\n", i % 5 == 2 ? "NA" : "10");
  g_assert_true (run (files, text->str, &error));
  g_assert_true (g_file_get_contents (files->output, &out, NULL, NULL));
  g_assert_null (strstr (out, "nan"));
  g_assert_nonnull (strstr (out, "S1,3,"));
}

#define ADD(name, func) g_test_add (name, Files, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/forecast-series/training-parts", test_reads_training_parts);
  ADD ("/forecast-series/says-what-is-wrong", test_says_what_is_wrong);
  ADD ("/forecast-series/missing-values", test_missing_values);
  return g_test_run();
}
