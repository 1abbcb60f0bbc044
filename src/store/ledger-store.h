#pragma once

#include "database.h"

#include "domain/date.h"
#include "domain/money.h"
#include "domain/quantity.h"

typedef enum {
  GR_MOVE_COUNT,
  GR_MOVE_ADJUSTMENT,
  GR_MOVE_SALE,
  GR_MOVE_RETURN,
  GR_MOVE_RECEIPT,
  GR_MOVE_REVERSAL, /* takes another one back; dated as that one */
} GrMoveKind;

#define GR_N_MOVE_KINDS (GR_MOVE_REVERSAL + 1)

/**
 * GrMove:
 *
 * @qty, always positive, of an item goes from one location to another. @order_line_id, @sale_line_id and
 * @reverses are 0 where there is none; @reason is nullable.
 */
typedef struct {
  gint64 item_id;
  gint64 from_id;
  gint64 to_id;
  GrQty qty;
  GrDate moved_on;
  GrMoveKind kind;
  GrPrice unit_cost;
  const char *reason;
  gint64 order_line_id;
  gint64 sale_line_id;
  gint64 reverses;
} GrMove;

/* A line of an item's ledger as a person reads it: @change to the shop's own stock and what it came to. */
typedef struct {
  gint64 move_id;
  gint64 deed_id;
  GrDate moved_on;
  GrMoveKind kind;
  char *from_name;
  char *to_name;
  GrQty qty;
  GrQty change;
  GrQty balance; /* of all internal locations, after this line */
  char *reason;
  char *order_number; /* (nullable) */
  char *deed_title;
} GrLedgerRow;

/* What lies where; @counted_on is %GR_DATE_NONE where nobody counted. */
typedef struct {
  gint64 location_id;
  char *location_name;
  GrQty qty;
  GrDate counted_on;
} GrBalance;

/* An item's stock in all internal locations. */
typedef struct {
  gint64 item_id;
  GrQty on_hand;
} GrOnHand;

/* Where a reading of a ledger goes on, newest first; all zero: from the newest. */
typedef struct {
  GrDate moved_on;
  gint64 move_id;
  GrQty balance;
  gboolean is_set;
} GrLedgerCursor;

typedef enum {
  GR_COUNT_TAKEN,
  GR_COUNT_OUTDATED, /* a later count is there already; nothing was done */
} GrCountResult;

void
gr_ledger_row_free (GrLedgerRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrLedgerRow, gr_ledger_row_free)
void
gr_balance_free (GrBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrBalance, gr_balance_free)

gboolean
gr_ledger_post (GrDatabase *database, const GrMove *move, gint64 *move_id, GError **error);
gboolean
gr_ledger_adjust (GrDatabase *database, const GrMove *what, GrQty change, GError **error);
gboolean
gr_ledger_count (GrDatabase *database, gint64 item_id, gint64 location_id, GrQty qty, GrDate day, GrCountResult *result,
    GError **error);

gboolean
gr_ledger_on_hand (GrDatabase *database, gint64 item_id, GrQty *on_hand, GError **error);
GArray *
gr_ledger_all_on_hand (GrDatabase *database, GError **error);
GPtrArray *
gr_ledger_balances (GrDatabase *database, gint64 item_id, GError **error);
GPtrArray *
gr_ledger_rows (GrDatabase *database, gint64 item_id, GrLedgerCursor *cursor, int limit, GError **error);
gboolean
gr_ledger_day_ends (
    GrDatabase *database, gint64 item_id, const GrDate *days, gsize n_days, GrQty *stock, GError **error);
gboolean
gr_ledger_first_count (GrDatabase *database, gint64 item_id, GrDate *day, GError **error);

typedef gboolean (*GrLedgerDayFunc) (gint64 item_id, GrDate day, GrQty change, GrQty received, gpointer data);
gboolean
gr_ledger_each_day (GrDatabase *database, GrDate from, GrLedgerDayFunc func, gpointer data, GError **error);

const char *
gr_move_kind_id (GrMoveKind kind);
const char *
gr_move_kind_title (GrMoveKind kind);
