#pragma once

#include "move.h"

/**
 * GrLedgerRow:
 *
 * A line of an item's ledger as a person reads it: @change to the shop's own stock and the @balance of all internal
 * locations after it. A move between two places of the shop has a @change of 0 and its @qty.
 */
typedef struct {
  gint64 move_id;
  gint64 deed_id;
  GrDate moved_on;
  GrMoveKind kind;
  gboolean is_reversal;
  char *from_name;
  char *to_name;
  GrQty qty;
  GrQty change;
  GrQty balance;
  char *reason;       /* (nullable) */
  char *order_number; /* (nullable) */
  char *deed_title;
} GrLedgerRow;

/* Where a reading of a ledger goes on, newest first. All zero: from the newest. */
typedef struct {
  gboolean is_set;
  GrDate moved_on;
  gint64 move_id;
  GrQty balance;
} GrLedgerCursor;

/* What a day did to an item's stock: @change in all, and what of it came from suppliers and, less than nothing, went to
 * customers. */
typedef struct {
  gint64 item_id;
  GrDate day;
  GrQty change;
  GrQty received;
  GrQty sold;
} GrLedgerDay;

void gr_ledger_row_free (GrLedgerRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrLedgerRow, gr_ledger_row_free)
