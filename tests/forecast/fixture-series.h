#pragma once

#include <glib.h>

/* A series of tests/fixtures/m3-sample.csv; values then h test values. */
typedef struct {
  char *id;
  int period;
  int n;
  int h;
  double *values;
  double *test;
} FixtureSeries;

/* What R's forecast package made of it: tests/fixtures/m3-sample-models.csv. */
typedef struct {
  const FixtureSeries *series;
  char *request;
  double log_likelihood;
  double first;
  double last;
} FixtureModel;

GPtrArray *fixture_series_load (void);
GPtrArray *fixture_models_load (GPtrArray *all);
