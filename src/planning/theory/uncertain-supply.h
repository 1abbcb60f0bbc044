#pragma once

#include "lot-size.h"

/* How a supplier fails: times a year an outage begins, times a year an outage ends. */
typedef struct {
  double disruption_rate;
  double recovery_rate;
  gboolean is_approximate; /* as if a lot lasted much longer than an outage */
} GrDisruptions;

typedef struct {
  double level;
  double cost;
} GrDisruptedLevel;

double gr_supply_added_yield_cost (const GrLotTerms *terms, double yield_mean, double yield_sd, double qty);
GrLot gr_supply_added_yield (const GrLotTerms *terms, double yield_mean, double yield_sd);
double gr_supply_share_yield_cost (const GrLotTerms *terms, double yield_mean, double yield_sd, double qty);
GrLot gr_supply_share_yield (const GrLotTerms *terms, double yield_mean, double yield_sd);
double gr_supply_disrupted_lot_cost (
    const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions, double qty);
GrLot gr_supply_disrupted_lot (const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions);
double gr_supply_disrupted_level_cost (
    const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions, double level);
GrDisruptedLevel gr_supply_disrupted_level (
    const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions);
