#pragma once

#include <glib.h>

/* A business date: days since 1970-01-01. */
typedef gint32 GrDate;

/* Days from @from on and before @before. */
typedef struct {
  GrDate from, before;
} GrDaySpan;

/* An instant: microseconds since 1970-01-01 UTC. */
typedef gint64 GrInstant;

#define GR_DATE_NONE G_MININT32

/* How a forecast or a plan cuts time. Weeks start on Monday (ISO 8601). */
typedef enum {
  GR_GRAIN_WEEK,
  GR_GRAIN_MONTH,
} GrGrain;

gboolean gr_date_is_valid (int year, int month, int day);
GrDate gr_date_from_ymd (int year, int month, int day);
void gr_date_to_ymd (GrDate date, int *year, int *month, int *day);
int gr_date_weekday (GrDate date);
GrDate gr_date_add_months (GrDate date, int months);
gboolean gr_date_parse (const char *text, GrDate *out, GError **error);
char *gr_date_format (GrDate date);
char *gr_date_title (GrDate date, GrDate today);

GrDate gr_grain_start (GrGrain grain, GrDate date);
GrDate gr_grain_add (GrGrain grain, GrDate start, int buckets);
int gr_grain_between (GrGrain grain, GrDate from, GrDate to);
int gr_grain_per_year (GrGrain grain);
const char *gr_grain_id (GrGrain grain);
