#pragma once

#include "domain/plan/event.h"

/**
 * GrEventMarks:
 * @n: buckets, the first @n_past of them past
 * @codes: (nullable) (array length=n): a number for the event that each bucket holds, 0 for none; %NULL where no bucket
 *   holds one. The same event has the same number
 * @priors: (nullable) (array length=256): by number, what it is expected to multiply a bucket's demand by: by the
 * owner, or after gr_event_marks_learn(), by what it did to others
 * @held: (nullable) (array length=n): the events themselves, not owned
 * @events: (nullable) (element-type GrEvent): what they were made from, not owned
 */
typedef struct {
  GrGrain grain;
  GrDate start;
  int n, n_past;
  guint8 *codes;
  double *priors;
  const GrEvent **held;
  const GPtrArray *events;
} GrEventMarks;

void gr_event_marks_init (
    GrEventMarks *marks, const GPtrArray *events, GrGrain grain, GrDate start, const int n_buckets[2]);
void gr_event_marks_learn (GrEventMarks *marks, const GArray *lessons);
void gr_event_marks_clear (GrEventMarks *marks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrEventMarks, gr_event_marks_clear)
