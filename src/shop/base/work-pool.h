#pragma once

#include "domain/base/progress.h"

/* One piece of pure work: reads and writes nothing but what belongs to @index. Any thread, any order. */
typedef void (*GrWorkFunc) (gsize index, gpointer data);

/**
 * GrWork:
 * @what: what is being done, in words for the user
 * @from, @to: the part of the whole progress that this work is
 */
typedef struct {
  GrWorkFunc func;
  gpointer data;
  gsize n;
  const char *what;
  double from;
  double to;
} GrWork;

gboolean gr_work_pool_run (const GrWork *work, const GrProgress *progress, GError **error);
