#include "csv-sniffer.h"

#include "date-evidence.h"
#include "exchange/tables/import-cell.h"

#include <string.h>

#define MAX_ROWS   500
#define MAX_FIELDS 256

/* Where two would do equally well, the rarer in ordinary text comes first. */
static const char candidates[] = "\t;|,";

/**
 * gr_csv_row_is_separator_hint:
 *
 * Returns: whether @row is the line "sep=;" that Excel puts before the header, which holds no data.
 */
gboolean
gr_csv_row_is_separator_hint (const GrCsvRow *row)
{
  return row->line == 1 && row->n_fields > 0 && row->n_fields <= 2 && g_str_has_prefix (row->fields[0].text, "sep=");
}

typedef struct {
  guint n_rows;
  guint first_row_fields;
  guint rows_with[MAX_FIELDS]; /* by number of fields */
} FieldCount;

static gboolean
count_fields_cb (const GrCsvRow *row, gpointer data)
{
  FieldCount *count = data;

  if (row->is_broken || gr_csv_row_is_separator_hint (row))
    return TRUE;
  if (count->n_rows++ == 0)
    count->first_row_fields = row->n_fields;
  count->rows_with[MIN (row->n_fields, MAX_FIELDS - 1)]++;
  return count->n_rows < MAX_ROWS;
}

static void
read_sample (char delimiter, const char *sample, gsize length, GrCsvRowFunc func, gpointer data)
{
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (delimiter, func, data);

  if (gr_csv_reader_feed (reader, sample, length))
    gr_csv_reader_finish (reader);
}

/* How well @delimiter cuts the sample into rows of one and the same length, 0 to 1. */
static double
score_delimiter (char delimiter, const char *sample, gsize length)
{
  FieldCount count = {0};
  guint usual = 0;

  read_sample (delimiter, sample, length, count_fields_cb, &count);
  for (guint n = 1; n < MAX_FIELDS; n++)
    if (count.rows_with[n] > count.rows_with[usual])
      usual = n;
  if (usual < 2 || count.n_rows == 0)
    return 0;
  return (double) count.rows_with[usual] / count.n_rows * (count.first_row_fields == usual ? 1.0 : 0.5);
}

static char
sniff_delimiter (const char *sample, gsize length)
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

typedef struct {
  guint n_point; /* cells in which . can only be the decimal sign, or , only part thousands */
  guint n_comma;
  guint n_rows;
  gboolean has_header;
  GrDateEvidence dates;
} ValueEvidence;

static gboolean
is_number_like (const char *text)
{
  text += *text == '-' || *text == '+';
  return g_ascii_isdigit (*text) && text[strspn (text, "0123456789.,")] == '\0';
}

/* "12.5", "1,234.5", "0.125", "1,234,567" tell which sign is which; "1.234" does not, nor does "12.10.2009". */
static void
add_decimal_evidence (ValueEvidence *evidence, const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = point > comma ? point : comma;
  gsize decimals;
  gboolean is_single;

  if (last == NULL || !is_number_like (text))
    return;
  decimals = strlen (last + 1);
  is_single = memchr (text, *last, (gsize) (last - text)) == NULL;
  if (!is_single && decimals != 3)
    return;
  if (!is_single)
    *(*last == '.' ? &evidence->n_comma : &evidence->n_point) += 1;
  else if ((point != NULL && comma != NULL) || decimals != 3 || strspn (text, "-+0") == (gsize) (last - text))
    *(*last == '.' ? &evidence->n_point : &evidence->n_comma) += 1;
}

static gboolean
is_title (const char *text)
{
  GrDate date;

  return !is_number_like (text) && !gr_cell_parse_date (text, GR_DATE_ORDER_DMY, &date) &&
         !gr_cell_parse_date (text, GR_DATE_ORDER_MDY, &date);
}

static gboolean
weigh_values_cb (const GrCsvRow *row, gpointer data)
{
  ValueEvidence *evidence = data;

  if (row->is_broken || gr_csv_row_is_separator_hint (row))
    return TRUE;
  if (evidence->n_rows++ == 0) {
    evidence->has_header = TRUE;
    for (guint i = 0; i < row->n_fields; i++)
      evidence->has_header = evidence->has_header && is_title (row->fields[i].text);
    if (evidence->has_header)
      return TRUE;
  }
  for (guint i = 0; i < row->n_fields; i++) {
    add_decimal_evidence (evidence, row->fields[i].text);
    gr_date_evidence_add (&evidence->dates, row->fields[i].text);
  }
  return evidence->n_rows < MAX_ROWS;
}

/**
 * gr_csv_dialect_sniff:
 * @dialect: (out): all but its encoding is set
 * @sample: UTF-8, the beginning of a file
 *
 * Recognises how the file is written from its first few hundred rows.
 */
void
gr_csv_dialect_sniff (GrCsvDialect *dialect, const char *sample, gsize length)
{
  ValueEvidence evidence = {0};

  dialect->delimiter = sniff_delimiter (sample, length);
  read_sample (dialect->delimiter, sample, length, weigh_values_cb, &evidence);
  dialect->decimal_sign = evidence.n_point > evidence.n_comma   ? '.'
                          : evidence.n_comma > evidence.n_point ? ','
                          : dialect->delimiter == ';'           ? ','
                                                                : '.';
  dialect->has_header = evidence.has_header;
  dialect->date_order = gr_date_evidence_order (&evidence.dates);
  dialect->is_date_order_sure = gr_date_evidence_is_sure (&evidence.dates);
}
