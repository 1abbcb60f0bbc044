#include "table-rows.h"

/**
 * gr_table_rows_begin:
 * @rows: (out): before the first row of @source
 */
void
gr_table_rows_begin (GrTableRows *rows, GrCellSource *source, gboolean has_header)
{
  *rows = (GrTableRows){source, has_header};
  gr_cell_source_rewind (source);
}

/**
 * gr_table_rows_next:
 * @row: (out): the next row of data; %NULL at the end
 *
 * A broken row before the header is handed out like any other: the header is the first row that is whole. Fails as the
 * source does.
 */
gboolean
gr_table_rows_next (GrTableRows *rows, const GrCellRow **row, GError **error)
{
  for (;;) {
    if (!gr_cell_source_next (rows->source, row, error))
      return FALSE;
    if (*row == NULL || (*row)->fault != NULL)
      return TRUE;
    if (gr_cell_row_is_empty (*row))
      continue;
    if (!rows->is_header_next)
      return TRUE;
    rows->is_header_next = FALSE;
  }
}
