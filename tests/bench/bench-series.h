#pragma once

#include <gio/gio.h>

/**
 * BenchSeries:
 *
 * One series of a competition: what a method sees, and what it is judged by.
 */
typedef struct {
  char *id;
  char *kind; /* YEARLY, QUARTERLY, MONTHLY, OTHER, WEEKLY */
  int frequency;
  GArray *train;
  GArray *test;
} BenchSeries;

#define BENCH_TRAIN(series) ((const double *) (void *) (series)->train->data)
#define BENCH_TEST(series)  ((const double *) (void *) (series)->test->data)

typedef void (*BenchRowFunc) (char **fields, gpointer data);

gboolean bench_read_rows (const char *name, BenchRowFunc func, gpointer data);
GPtrArray *bench_series_load (const char *name);
