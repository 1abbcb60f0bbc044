#pragma once

#include "store/journal/deed-store.h"

/**
 * GrStockTakeBack:
 *
 * The part of an undo that no row image can do: the ledger, and what sold lines add up to. Made before rows are put
 * back, to see what stands; run after.
 */
typedef struct _GrStockTakeBack GrStockTakeBack;

GrStockTakeBack *gr_stock_take_back_new (GrDatabase *database, const GrDeed *deed, GError **error);
gboolean gr_stock_take_back_run (GrStockTakeBack *take_back, GError **error);
void gr_stock_take_back_free (GrStockTakeBack *take_back);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrStockTakeBack, gr_stock_take_back_free)
