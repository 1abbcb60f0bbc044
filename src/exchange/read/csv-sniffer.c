#include "csv-sniffer.h"

#include "csv-reader.h"

#include <string.h>

#define MAX_ROWS   500
#define MAX_FIELDS 256

/* Where two would do equally well, the rarer in ordinary text comes first. */
static const char candidates[] = "\t;|,";

typedef struct {
  guint n_rows;
  guint first_row_fields;
  guint rows_with[MAX_FIELDS]; /* by number of fields */
} FieldCount;

static void
count_row (FieldCount *count, const GrCellRow *row)
{
  if (row->fault != NULL)
    return;
  if (count->n_rows++ == 0)
    count->first_row_fields = row->n_cells;
  count->rows_with[MIN (row->n_cells, MAX_FIELDS - 1)]++;
}

static void
count_fields (FieldCount *count, char delimiter, const char *sample, gsize length)
{
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (delimiter);
  const GrCellRow *row;

  gr_csv_reader_feed (reader, sample, length);
  while (count->n_rows < MAX_ROWS && (row = gr_csv_reader_next (reader)) != NULL)
    count_row (count, row);
  if (count->n_rows < MAX_ROWS && (row = gr_csv_reader_finish (reader)) != NULL)
    count_row (count, row);
}

/* How well @delimiter cuts the sample into rows of one and the same length, 0 to 1. */
static double
score_delimiter (char delimiter, const char *sample, gsize length)
{
  FieldCount count = {0};
  guint usual = 0;

  count_fields (&count, delimiter, sample, length);
  for (guint n = 1; n < MAX_FIELDS; n++)
    if (count.rows_with[n] > count.rows_with[usual])
      usual = n;
  if (usual < 2 || count.n_rows == 0)
    return 0;
  return (double) count.rows_with[usual] / count.n_rows * (count.first_row_fields == usual ? 1.0 : 0.5);
}

/**
 * gr_csv_sniff_delimiter:
 * @sample: UTF-8, the beginning of a file
 *
 * Returns: what parts its fields, told from its first few hundred rows, or said by a line "sep=;" before them; a comma
 *   where nothing tells.
 */
char
gr_csv_sniff_delimiter (const char *sample, gsize length)
{
  char best = ',';
  double best_score = 0;

  if (length >= 5 && memcmp (sample, "sep=", 4) == 0 && memchr (candidates, sample[4], sizeof candidates - 1) != NULL)
    return sample[4];
  for (const char *c = candidates; *c != '\0'; c++) {
    double score = score_delimiter (*c, sample, length);

    if (score > best_score + 0.001) {
      best = *c;
      best_score = score;
    }
  }
  return best;
}
