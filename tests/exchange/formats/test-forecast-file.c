#include "exchange/formats/forecast-file.h"

#include <glib/gstdio.h>
#include <math.h>

static char *
write_file (double level)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir(), "granary-test-forecast-file.csv", NULL);
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (path, NULL);
  char *text;

  gr_forecast_file_begin (writer, level);
  gr_forecast_file_add (
      writer, &(GrFileForecast){"S,1", 1, 1.25, -0.5, 3, -INFINITY, NAN, 2e9 + 0.0004, 1e15 + 0.3, "mean"}, level);
  g_assert_true (gr_csv_writer_close (writer, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

/* Bounds of another level only where somebody asked for them; decimals as far as the number leaves room. */
static void
test_rows (void)
{
  g_autofree char *plain = write_file (0), *levelled = write_file (97.5);

  g_assert_cmpstr (plain, ==, "series_id,h,mean,lo80,hi80,lo95,hi95,method\r\n\"S,1\",1,1.25,-0.5,3,,,mean\r\n");
  g_assert_cmpstr (levelled, ==,
      "series_id,h,mean,lo80,hi80,lo95,hi95,lo97.5,hi97.5,method\r\n"
      "\"S,1\",1,1.25,-0.5,3,,,2000000000,1000000000000000,mean\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast-file/rows", test_rows);
  return g_test_run();
}
