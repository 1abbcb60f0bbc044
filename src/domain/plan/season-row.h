#pragma once

#include "domain/base/date.h"

/* Steps of a year's season: weeks as they count from 1970, months. */
#define GR_SEASON_STEPS 52

/**
 * GrSeasonRow:
 * @family: (nullable): a family's name, %NULL for the whole shop
 * @n_items: how many items of the family it was seen in, 0 where it is the shop's
 * @judged_from: the first day that @past does not know of; %GR_DATE_NONE where there is no @past
 * @now, @past: by GrGrain: what each step of a year multiplies the usual by, mean 1
 */
typedef struct {
  char *family;
  int n_items;
  GrDate judged_from;
  double now[2][GR_SEASON_STEPS];
  double past[2][GR_SEASON_STEPS];
} GrSeasonRow;

GrSeasonRow *gr_season_row_new (const char *family);
void gr_season_row_free (GrSeasonRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSeasonRow, gr_season_row_free)
