#include "notation-sniffer.h"

#include "date-evidence.h"
#include "text-date.h"

#include <string.h>

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
is_title (const GrCell *cell)
{
  char buffer[GR_CELL_TEXT_SIZE];
  const char *text = gr_cell_text (cell, buffer);
  GrDate date;

  return cell->kind != GR_VALUE_NUMBER && cell->kind != GR_VALUE_DATE && cell->kind != GR_VALUE_BOOLEAN &&
         !is_number_like (text) && !gr_text_date_parse (text, GR_DATE_ORDER_DMY, &date) &&
         !gr_text_date_parse (text, GR_DATE_ORDER_MDY, &date);
}

static gboolean
is_header (const GrCellRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!is_title (&row->cells[i]))
      return FALSE;
  return TRUE;
}

static void
weigh_row (ValueEvidence *evidence, const GrCellRow *row)
{
  if (row->fault != NULL)
    return;
  if (evidence->n_rows++ == 0) {
    evidence->has_header = is_header (row);
    if (evidence->has_header)
      return;
  }
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind == GR_VALUE_TEXT) {
      add_decimal_evidence (evidence, row->cells[i].text);
      gr_date_evidence_add (&evidence->dates, row->cells[i].text);
    }
}

/**
 * gr_cell_notation_sniff:
 * @notation: (out): what the rows tell
 * @sample: the beginning of a file; all of its rows are read
 * @usual_sign: the decimal sign where no number tells
 *
 * Recognises how the cells of a file are written, and whether its first whole row holds titles. Fails as @sample does.
 */
gboolean
gr_cell_notation_sniff (GrCellNotation *notation, GrCellSource *sample, char usual_sign, GError **error)
{
  ValueEvidence evidence = {0};
  const GrCellRow *row;

  gr_cell_source_rewind (sample);
  do {
    if (!gr_cell_source_next (sample, &row, error))
      return FALSE;
    if (row != NULL)
      weigh_row (&evidence, row);
  } while (row != NULL);
  notation->decimal_sign = evidence.n_point > evidence.n_comma   ? '.'
                           : evidence.n_comma > evidence.n_point ? ','
                                                                 : usual_sign;
  notation->has_header = evidence.has_header;
  notation->date_order = gr_date_evidence_order (&evidence.dates);
  notation->is_date_order_sure = gr_date_evidence_is_sure (&evidence.dates);
  return TRUE;
}
