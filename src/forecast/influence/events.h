#pragma once

#include <glib.h>

#define GR_N_EVENTS 256

/* What no event exceeds, either way. */
#define GR_EVENTS_MOST_EFFECT 10

double gr_events_level (const double *y, int n, const guint8 *events, int at);
void gr_events_measure (const double *y, int n, const guint8 *events, double *ratios, int *counts);
void gr_events_shrink (const double *ratios, const int *counts, const double *priors, double *effects);
void gr_events_estimate (const double *y, int n, const guint8 *events, const double *priors, double *effects);
