#pragma once

#include "demand-curve.h"
#include "projection.h"

GrQty *gr_stock_walk (
    const GrDemandCurve *curve, GrQty on_hand, const GrPlannedReceipt *receipts, gsize n_receipts, int n_days);
int gr_stock_walk_out (const GrDemandCurve *curve, const GrQty *stock, int n_days);
