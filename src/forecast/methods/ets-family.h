#pragma once

#include "ets.h"

#define GR_ETS_FAMILY_SIZE 12

/**
 * GrEtsFamily:
 *
 * Several fitted models of one series and what each is worth, best first; weights add up to 1.
 */
typedef struct {
  GrEtsModel models[GR_ETS_FAMILY_SIZE];
  double weights[GR_ETS_FAMILY_SIZE];
  int n_models;
} GrEtsFamily;

GrEtsFamily *gr_ets_family_new (const double *y, int n, int period);
GrEtsFamily *gr_ets_family_refit (const GrEtsFamily *family, const double *y, int n, int period);
void gr_ets_family_free (GrEtsFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEtsFamily, gr_ets_family_free)

void gr_ets_family_forecast (
    const GrEtsFamily *family, const double *y, int n, int horizon, double *mean, double *variance);
