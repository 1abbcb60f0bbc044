#include "series-file.h"

#include "domain/base/error.h"
#include "exchange/read/csv-reader.h"
#include "exchange/read/text-source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* The columns of a file of series, in the order in which they are looked for. */
enum {
  SERIES_ID,
  FREQUENCY,
  PART,
  VALUE,
  N_COLUMNS,
};

static const char *const names[] = {"series_id", "frequency", "part", "value"};

/* A file being read: where the columns are, the series so far, and the first thing wrong. */
typedef struct {
  const char *path;
  int columns[N_COLUMNS];
  gboolean has_header;
  GPtrArray *series;
  GHashTable *by_id;
  GrFileSeries *last;
  GError *error;
} Reading;

static void
series_free (gpointer data)
{
  GrFileSeries *series = data;

  g_free (series->id);
  g_array_unref (series->values);
  g_free (series);
}

static gboolean
fail (Reading *reading, guint64 line, const char *field, const char *reason)
{
  g_set_error (&reading->error, GR_ERROR, GR_ERROR_INVALID, "%s:%" G_GUINT64_FORMAT ": %s: %s", reading->path, line,
      field, reason);
  return FALSE;
}

static gboolean
read_header (Reading *reading, const GrCellRow *row)
{
  for (int i = 0; i < N_COLUMNS; i++) {
    reading->columns[i] = -1;
    for (guint j = 0; j < row->n_cells; j++)
      if (g_ascii_strcasecmp (row->cells[j].text, names[i]) == 0)
        reading->columns[i] = (int) j;
    if (reading->columns[i] < 0 && i != PART)
      return fail (reading, row->number, names[i], _ ("there is no such column"));
  }
  reading->has_header = TRUE;
  return TRUE;
}

static const char *
text_of (const Reading *reading, const GrCellRow *row, int column)
{
  int at = reading->columns[column];

  return at >= 0 && (guint) at < row->n_cells ? row->cells[at].text : "";
}

static GrFileSeries *
find_series (Reading *reading, const char *id, int frequency)
{
  GrFileSeries *series = reading->last;

  if (series != NULL && g_str_equal (series->id, id))
    return series;
  series = g_hash_table_lookup (reading->by_id, id);
  if (series == NULL) {
    series = g_new0 (GrFileSeries, 1);
    series->id = g_strdup (id);
    series->frequency = frequency;
    series->values = g_array_new (FALSE, FALSE, sizeof (double));
    g_ptr_array_add (reading->series, series);
    g_hash_table_insert (reading->by_id, series->id, series);
  }
  reading->last = series;
  return series;
}

static gboolean
parse_value (const char *text, double *value)
{
  char *end;

  *value = NAN;
  if (*text == '\0' || g_ascii_strcasecmp (text, "NA") == 0 || g_ascii_strcasecmp (text, "NaN") == 0)
    return TRUE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

static gboolean
read_row (Reading *reading, const GrCellRow *row)
{
  const char *id = text_of (reading, row, SERIES_ID);
  const char *part = text_of (reading, row, PART);
  guint64 frequency;
  double value;

  if (row->fault != NULL)
    return fail (reading, row->number, names[VALUE], row->fault);
  if (*part != '\0' && g_ascii_strcasecmp (part, "train") != 0)
    return TRUE;
  if (*id == '\0')
    return fail (reading, row->number, names[SERIES_ID], _ ("is empty"));
  if (!g_ascii_string_to_unsigned (text_of (reading, row, FREQUENCY), 10, 1, 366, &frequency, NULL))
    return fail (reading, row->number, names[FREQUENCY], _ ("is not a number from 1 to 366"));
  if (!parse_value (text_of (reading, row, VALUE), &value))
    return fail (reading, row->number, names[VALUE], _ ("is not a number"));
  g_array_append_val (find_series (reading, id, (int) frequency)->values, value);
  return TRUE;
}

static gboolean
take_rows (Reading *reading, GrCsvReader *reader, gboolean is_end)
{
  const GrCellRow *row;

  while ((row = is_end ? gr_csv_reader_finish (reader) : gr_csv_reader_next (reader)) != NULL)
    if (reading->has_header ? !read_row (reading, row) : !read_header (reading, row))
      return FALSE;
  return TRUE;
}

static gboolean
feed (Reading *reading, GrTextSource *source, const GrProgress *progress, GError **error)
{
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (',');
  const char *text;
  gsize length;

  do {
    if (!gr_text_source_read (source, &text, &length, error) ||
        !gr_progress_report (progress, _ ("Reading series"), gr_text_source_fraction (source), error))
      return FALSE;
    gr_csv_reader_feed (reader, text, length);
  } while (take_rows (reading, reader, length == 0) && length > 0);
  if (reading->error == NULL && !reading->has_header)
    fail (reading, 1, names[SERIES_ID], _ ("the file is empty"));
  if (reading->error != NULL)
    g_propagate_error (error, g_steal_pointer (&reading->error));
  return *error == NULL;
}

/**
 * gr_series_file_read:
 * @path: rows of series_id,frequency,value with a header, in the order of time; where there is a part, only "train".
 *   Plain or gzip
 *
 * Returns: (transfer full) (element-type GrFileSeries): the series in the order of the file. Fails with
 *   %GR_ERROR_INVALID and file:line: field: what is wrong.
 */
GPtrArray *
gr_series_file_read (const char *path, const GrProgress *progress, GError **error)
{
  g_autoptr (GrTextSource) source = gr_text_source_open (path, error);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) fault = NULL;
  Reading reading = {.path = path, .series = series, .by_id = by_id};

  if (source == NULL)
    return NULL;
  if (feed (&reading, source, progress, &fault))
    return g_steal_pointer (&series);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
