#pragma once

#include <glib.h>

/* A stream of numbers that is the same on every machine: PCG32. */
typedef struct {
  guint64 state;
} GrDemoRandom;

GrDemoRandom gr_demo_random (guint64 seed);
double gr_demo_random_uniform (GrDemoRandom *random);
double gr_demo_random_normal (GrDemoRandom *random);
int gr_demo_random_poisson (GrDemoRandom *random, double mean);
