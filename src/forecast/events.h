#pragma once

#include <glib.h>

#define GR_N_EVENTS 256

void gr_events_measure (const double *y, int n, const guint8 *events, double *ratios, int *counts);
void gr_events_estimate (const double *y, int n, const guint8 *events, const double *priors, double *effects);
