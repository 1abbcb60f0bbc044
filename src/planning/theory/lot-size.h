#pragma once

#include <glib.h>

/**
 * GrLotTerms:
 * @order_cost: of placing one order, whatever its size (S, K)
 * @demand: units a year, or whatever period the costs are for
 * @holding_cost: of keeping one unit for that long
 */
typedef struct {
  double order_cost;
  double demand;
  double holding_cost;
} GrLotTerms;

/* How much to order at a time and what that costs a year. */
typedef struct {
  double qty;
  double cost;
} GrLot;

/**
 * GrPriceBreaks:
 * @from: (array length=n): quantities from which each price holds, rising; the first is 0
 * @prices: (array length=n): unit prices
 * @holding_rate: of keeping a unit for a year, as a share of its price
 */
typedef struct {
  const double *from;
  const double *prices;
  int n;
  double holding_rate;
} GrPriceBreaks;

typedef struct {
  double qty;
  int tier;
  double cost; /* goods, orders and keeping */
} GrTierLot;

typedef struct {
  double qty;
  double backordered_share; /* of each lot that was waited for */
  double cost;
} GrBackorderLot;

double gr_lot_cost (const GrLotTerms *terms, double qty);
GrLot gr_lot_economic (const GrLotTerms *terms);
double gr_lot_backorder_cost (const GrLotTerms *terms, double shortage_cost, double qty, double share);
GrBackorderLot gr_lot_with_backorders (const GrLotTerms *terms, double shortage_cost);
GrLotTerms gr_lot_terms_at_rate (const GrLotTerms *terms, double production_rate);
GrTierLot gr_lot_all_units (const GrLotTerms *terms, const GrPriceBreaks *breaks);
GrTierLot gr_lot_incremental (const GrLotTerms *terms, const GrPriceBreaks *breaks);
