#pragma once

#include "exchange/write/csv-writer.h"

/* What is expected of a series @step periods after its last value. @low and @high are the bounds of the level that was
 * asked for besides. */
typedef struct {
  const char *series_id;
  int step;
  double mean, lo80, hi80, lo95, hi95, low, high;
  const char *method;
} GrFileForecast;

void gr_forecast_file_begin (GrCsvWriter *writer, double level);
void gr_forecast_file_add (GrCsvWriter *writer, const GrFileForecast *row, double level);
