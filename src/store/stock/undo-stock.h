#pragma once

#include "store/journal/deed-store.h"

/**
 * GrUndoStock:
 *
 * The part of an undo that no row image can do: the ledger, and what sold lines add up to. Made before rows are put
 * back, to see what stands; run after.
 */
typedef struct _GrUndoStock GrUndoStock;

GrUndoStock *gr_undo_stock_new (GrDatabase *database, const GrDeed *deed, GError **error);
gboolean gr_undo_stock_run (GrUndoStock *undo, GError **error);
void gr_undo_stock_free (GrUndoStock *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrUndoStock, gr_undo_stock_free)
