#pragma once

#include "events.h"
#include "forecast/engine/series.h"

/**
 * GrEventEvidence:
 * @actual: what was asked for in buckets that held the event, in units
 * @expected: what would have been without it
 * @n: how many buckets those are
 *
 * What one event did to an item, or added up, to many: they count by what they sell.
 */
typedef struct {
  double actual;
  double expected;
  int n;
} GrEventEvidence;

void gr_event_pool_gather (const GrSeries *series, const guint8 *events, GrEventEvidence *evidence);
double gr_event_pool_effect (const GrEventEvidence *evidence, double prior);
