#include "bench-series.h"

#include <string.h>

static char *
find_data (const char *name)
{
  const char *folder = g_getenv ("GRANARY_DATA");

  return g_build_filename (folder != NULL ? folder : "../shared/data", name, NULL);
}

static GDataInputStream *
open_rows (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GInputStream) plain = NULL;

  if (stream == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".gz")) {
    g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

    plain = g_converter_input_stream_new (stream, converter);
  } else {
    plain = g_object_ref (stream);
  }
  return g_data_input_stream_new (plain);
}

/**
 * bench_read_rows:
 * @name: a CSV file in GRANARY_DATA, plain or gzipped, without quotes
 *
 * Calls @func with the fields of every row but the first.
 *
 * Returns: %FALSE where the file is not there
 */
gboolean
bench_read_rows (const char *name, BenchRowFunc func, gpointer data)
{
  g_autofree char *path = find_data (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) rows = open_rows (path, &error);
  gboolean is_first = TRUE;
  char *line;

  if (rows == NULL) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  g_data_input_stream_set_newline_type (rows, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  while ((line = g_data_input_stream_read_line (rows, NULL, NULL, NULL)) != NULL) {
    if (!is_first) {
      g_auto (GStrv) fields = g_strsplit (line, ",", -1);

      func (fields, data);
    }
    is_first = FALSE;
    g_free (line);
  }
  return TRUE;
}

static void
free_series (gpointer data)
{
  BenchSeries *series = data;

  g_free (series->id);
  g_free (series->kind);
  g_array_unref (series->train);
  g_array_unref (series->test);
  g_free (series);
}

/* A row is series_id,period,h,frequency,part,value; the rows of a series stand together. */
static void
take_row (char **fields, gpointer data)
{
  GPtrArray *all = data;
  BenchSeries *series = all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;
  double value = g_ascii_strtod (fields[5], NULL);

  if (series == NULL || strcmp (series->id, fields[0]) != 0) {
    series = g_new0 (BenchSeries, 1);
    series->id = g_strdup (fields[0]);
    series->kind = g_strdup (fields[1]);
    series->frequency = atoi (fields[3]);
    series->train = g_array_new (FALSE, FALSE, sizeof (double));
    series->test = g_array_new (FALSE, FALSE, sizeof (double));
    g_ptr_array_add (all, series);
  }
  g_array_append_val (strcmp (fields[4], "train") == 0 ? series->train : series->test, value);
}

/**
 * bench_series_load:
 *
 * Returns: (transfer full) (nullable) (element-type BenchSeries): the series of a file of GRANARY_DATA; %NULL where it
 * is not there
 */
GPtrArray *
bench_series_load (const char *name)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_series);

  if (!bench_read_rows (name, take_row, all))
    g_clear_pointer (&all, g_ptr_array_unref);
  return all;
}
