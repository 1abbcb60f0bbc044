#pragma once

#include <glib.h>

/**
 * GrLotPeriod:
 *
 * One period of known demand: what an order in it costs, what keeping a unit to the next one does, and a unit's price.
 */
typedef struct {
  double demand;
  double order_cost;
  double holding_cost;
  double unit_cost;
} GrLotPeriod;

double gr_lot_schedule_solve (const GrLotPeriod *periods, int n_periods, double *quantities, double *costs, int *next);
