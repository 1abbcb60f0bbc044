#pragma once

#include <glib.h>

/* What a document's line wants of the ledger: goods out of, or into, a place. */
typedef struct {
  gint64 line_id;
  gint64 location_id;
} GrWantedMove;

/* A move of a document's line that stands: nothing has taken it back. */
typedef struct {
  gint64 move_id;
  gint64 line_id;
  gint64 location_id;
} GrStandingMove;

/**
 * GrReconciliation:
 * @missing: (element-type gint64): lines that want a move and have none, ascending
 * @unwanted: (element-type gint64): moves that stand and should not, ascending
 */
typedef struct {
  GArray *missing;
  GArray *unwanted;
} GrReconciliation;

GrReconciliation *gr_reconcile (const GArray *wanted, const GArray *standing);
void gr_reconciliation_free (GrReconciliation *reconciliation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrReconciliation, gr_reconciliation_free)
