#include "table-fit.h"

/**
 * gr_table_fit:
 * @widths: of every column
 * @is_shown: (out caller-allocates): for every column
 *
 * Which columns fit: those that the user wants, the least important left out until the rest has room. O(n squared).
 */
void
gr_table_fit (const GrTableState *state, const int *widths, int room, gboolean *is_shown)
{
  gsize n;
  const GrTableColumn *columns = gr_table_state_get_columns (state, &n);
  int used = 0;

  for (gsize i = 0; i < n; i++) {
    is_shown[i] = !gr_table_state_is_hidden (state, i);
    used += is_shown[i] ? widths[i] : 0;
  }
  while (used > room) {
    gssize least = -1;

    for (gsize i = 0; i < n; i++)
      if (is_shown[i] && columns[i].rank > 0 && (least < 0 || columns[i].rank >= columns[least].rank))
        least = (gssize) i;
    if (least < 0)
      break;
    is_shown[least] = FALSE;
    used -= widths[least];
  }
}
