#include "date-evidence.h"

#include "table-rows.h"
#include "text-date.h"

/* Rows after which dates that all have their year in front are believed. */
#define ENOUGH_ROWS 1000

/**
 * gr_date_evidence_add:
 * @text: a cell; what is no date of three numbers is passed over
 */
void
gr_date_evidence_add (GrDateEvidence *evidence, const char *text)
{
  int first = 0, second = 0, n = 0;
  const char *at = text;
  GrDate date;

  for (; g_ascii_isdigit (*at) && n < 5; n++)
    first = first * 10 + (*at++ - '0');
  if (n == 0 || n == 3 || n > 4 || (*at != '-' && *at != '/' && *at != '.'))
    return;
  second = g_ascii_isdigit (at[1]) ? at[1] - '0' : 0;
  if (g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    second = second * 10 + (at[2] - '0');
  if (n == 4)
    evidence->n_year_first += gr_text_date_parse (text, GR_DATE_ORDER_YMD, &date);
  else if (first > 12)
    evidence->n_first_is_day += gr_text_date_parse (text, GR_DATE_ORDER_DMY, &date);
  else if (second > 12)
    evidence->n_second_is_day += gr_text_date_parse (text, GR_DATE_ORDER_MDY, &date);
  else
    evidence->n_either += gr_text_date_parse (text, GR_DATE_ORDER_DMY, &date);
}

/**
 * gr_date_evidence_order:
 *
 * Returns: the likeliest order; day first where nothing tells, as most of the world writes.
 */
GrDateOrder
gr_date_evidence_order (const GrDateEvidence *evidence)
{
  guint64 n_day_or_month_first = evidence->n_first_is_day + evidence->n_second_is_day + evidence->n_either;

  if (evidence->n_year_first >= n_day_or_month_first)
    return GR_DATE_ORDER_YMD;
  return evidence->n_second_is_day > evidence->n_first_is_day ? GR_DATE_ORDER_MDY : GR_DATE_ORDER_DMY;
}

/**
 * gr_date_evidence_is_sure:
 *
 * Returns: whether anything seen decides the order, or nothing seen needs one.
 */
gboolean
gr_date_evidence_is_sure (const GrDateEvidence *evidence)
{
  return evidence->n_either == 0 || evidence->n_first_is_day > 0 || evidence->n_second_is_day > 0 ||
         gr_date_evidence_order (evidence) == GR_DATE_ORDER_YMD;
}

typedef struct {
  GrDateEvidence dates;
  guint64 n_rows;
  guint64 n_excel; /* numbers in text that could be Excel's of days */
  guint64 n_other; /* any other text */
} DateSearch;

static void
weigh_cell (DateSearch *search, const GrCell *cell)
{
  GrDate date;

  if (cell->kind != GR_VALUE_TEXT)
    return;
  gr_date_evidence_add (&search->dates, cell->text);
  if (gr_text_date_parse_excel (cell->text, &date))
    search->n_excel++;
  else
    search->n_other++;
}

static gboolean
is_decided (const DateSearch *search)
{
  return search->dates.n_first_is_day + search->dates.n_second_is_day > 0 ||
         (search->dates.n_either == 0 && search->n_rows >= ENOUGH_ROWS);
}

/**
 * gr_date_evidence_decide:
 * @notation: (inout): its date order is set from what the column holds
 * @source: left at its beginning
 *
 * Reads a file until a date decides which of its numbers is the day: a sorted one may begin with many days of 01/12
 * before the 13th comes. The whole file where none does. A file that cannot be read is taken as far as it goes; that
 * is said when its rows are read. A column of nothing but numbers in text that Excel has for days is taken for these.
 */
void
gr_date_evidence_decide (GrCellNotation *notation, GrCellSource *source, guint column)
{
  DateSearch search = {0};
  GrTableRows rows;
  const GrCellRow *row;

  gr_table_rows_begin (&rows, source, notation->has_header);
  while (!is_decided (&search) && gr_table_rows_next (&rows, &row, NULL) && row != NULL) {
    if (row->fault == NULL && column < row->n_cells)
      weigh_cell (&search, &row->cells[column]);
    search.n_rows++;
  }
  gr_cell_source_rewind (source);
  notation->date_order = gr_date_evidence_order (&search.dates);
  notation->is_date_order_sure = gr_date_evidence_is_sure (&search.dates);
  if (search.n_excel > 0 && search.n_other == 0)
    notation->date_order = GR_DATE_ORDER_EXCEL;
}
