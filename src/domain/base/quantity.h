#pragma once

#include <glib.h>

/* Thousandths of the item's unit: 2.5 kg is 2500. */
typedef gint64 GrQty;

#define GR_QTY_ONE    ((GrQty) 1000)
#define GR_QTY_DIGITS 3

/* No shop has a thousand million of anything; a barcode in the column of quantities has. */
#define GR_QTY_LIMIT ((GrQty) 1000000000 * GR_QTY_ONE)

/* Whole units as a quantity. */
static inline GrQty
gr_qty_from_units (gint64 units)
{
  return units * GR_QTY_ONE;
}

/* For statistics and charts only; never back into the ledger. */
static inline double
gr_qty_to_double (GrQty qty)
{
  return (double) qty / 1000.0;
}

GrQty gr_qty_from_double (double units);
GrQty gr_qty_add (GrQty a, GrQty b);
GrQty gr_qty_subtract (GrQty a, GrQty b);
