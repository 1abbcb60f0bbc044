#pragma once

#include <glib.h>

/**
 * GrSeason:
 * @index: (array length=period): what each season multiplies (or adds to) the level by; index 0 belongs to the first
 * value
 *
 * The seasonal figure of a series. Without a season @is_present is %FALSE and nothing is changed by it.
 */
typedef struct {
  int period;
  gboolean is_present;
  gboolean is_multiplicative;
  double *index;
} GrSeason;

GrSeason *gr_season_new (const double *y, int n, int period);
GrSeason *gr_season_new_robust (const double *y, int n, int period);
GrSeason *gr_season_new_shrunken (const double *y, int n, int period);
void gr_season_free (GrSeason *season);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSeason, gr_season_free)

gboolean gr_season_test (const double *y, int n, int period);
gboolean gr_season_decompose (const double *y, int n, int period, gboolean is_multiplicative, double *index);
void gr_season_remove (const GrSeason *season, const double *y, int n, double *adjusted);
void gr_season_restore (const GrSeason *season, int start, int horizon, double *mean);
gboolean gr_season_is_positive (const double *y, int n);
