#pragma once

#include "bench-series.h"

/* Forecasts the test part of a series, at most 64 buckets. */
typedef void (*BenchMethodFunc) (const BenchSeries *series, double *mean);

double bench_cpu_ms (void);
void bench_run_ets (const BenchSeries *series, double *mean);
void bench_run_standard_theta (const BenchSeries *series, double *mean);
void bench_run_dotm (const BenchSeries *series, double *mean);
void bench_run_naive2 (const BenchSeries *series, double *mean);
