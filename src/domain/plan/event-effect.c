#include "event-effect.h"

static void
clear_row (gpointer data)
{
  g_free (((GrEventEffectRow *) data)->name);
}

/**
 * gr_event_effect_rows_new:
 *
 * Returns: (transfer full) (element-type GrEventEffectRow): none yet; it will own their names
 */
GArray *
gr_event_effect_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GrEventEffectRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}
