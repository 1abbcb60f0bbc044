#pragma once

#include "forecast/influence/influences.h"

/* A season below this share of the level is too deep to divide by. */
#define GR_DEEP_INDEX 0.2

/**
 * GrHistory:
 * @y: (array length=n): every bucket with a number: unknown ones are filled in, partly available ones raised
 * @is_known: (array length=n): whether the bucket was really seen; only those are judged against
 * @raw: (array length=n): @y with its season, as if every bucket had its usual days
 * @index: (nullable) (array length=season): what was taken out of @y: a season too long for the models, or a family's;
 * @period is then 1
 * @influences: open days, regressors and a shift of level, taken out of @y as well
 * @scale: what @y has been divided by, a power of two, so that squares of 1e300 still fit
 * @is_dead: it sold once and has stopped, see gr_history_find_death()
 *
 * A series made ready for the models: leading unknowns cut, numbers finite and of ordinary size.
 */
typedef struct {
  double *y;
  double *raw;
  double *index;
  double *effects;      /* (nullable) (array length=256): of events, taken out of @y as well */
  double *event_ratios; /* (nullable) (array length=256): what the past ones multiplied by, without any caution */
  int *event_counts;    /* (nullable) (array length=256): in how many buckets */
  const guint8 *events; /* (nullable): from the first value on, to the end of the horizon */
  GrInfluences *influences;
  gboolean *is_known;
  int n;
  int n_capped; /* outliers that were brought into the usual range */
  int period;
  int season; /* buckets of one, whoever deals with it */
  int phase;  /* season of y[0] */
  double scale;
  gboolean is_dead;
  double strength;  /* how much of the family's profile is in @index; NaN where none is */
  double own_part;  /* what @index of the first step ahead has of the item's own beside the profile, a factor */
  int most_origins; /* past forecasts to be judged by */
} GrHistory;

GrHistory *gr_history_new (const GrSeries *series, const GrForecastOptions *options);
GrHistory *gr_history_new_past (const GrSeries *series, const GrForecastOptions *options);
void gr_history_free (GrHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrHistory, gr_history_free)

int gr_history_origins (const GrHistory *history);
double gr_history_event (const GrHistory *history, int at);
double gr_history_index (const GrHistory *history, int at);
double gr_history_addend (const GrHistory *history, int at);
gboolean gr_history_is_adjusted (const GrHistory *history);
double gr_history_actual (const GrHistory *history, int at);
double gr_history_restore (const GrHistory *history, double value);
