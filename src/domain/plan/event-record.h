#pragma once

#include "event.h"

/**
 * GrEventRecord:
 * @lift: what it was measured to add to the demand of those it touches, 0.38 for 38 %; NaN where it never happened
 * @n_weeks: past weeks that tell
 */
typedef struct {
  GrEvent *event;
  double lift;
  int n_weeks;
} GrEventRecord;

void gr_event_record_free (GrEventRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEventRecord, gr_event_record_free)
