#include "season-row.h"

/**
 * gr_season_row_new:
 *
 * No season: every step 1.
 */
GrSeasonRow *
gr_season_row_new (const char *family)
{
  GrSeasonRow *row = g_new0 (GrSeasonRow, 1);

  row->family = g_strdup (family);
  row->judged_from = GR_DATE_NONE;
  for (int grain = 0; grain < 2; grain++)
    for (int step = 0; step < GR_SEASON_STEPS; step++)
      row->now[grain][step] = row->past[grain][step] = 1;
  return row;
}

void
gr_season_row_free (GrSeasonRow *row)
{
  if (row == NULL)
    return;
  g_free (row->family);
  g_free (row);
}
