#pragma once

#include "domain/base/progress.h"

/* A series of a file: @frequency periods in a season, 1 without. */
typedef struct {
  char *id;
  int frequency;
  GArray *values; /* double, NaN where unknown */
} GrFileSeries;

GPtrArray *gr_series_file_read (const char *path, const GrProgress *progress, GError **error);
