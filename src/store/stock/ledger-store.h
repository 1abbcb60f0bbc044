#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

typedef enum {
  GR_MOVE_COUNT,
  GR_MOVE_ADJUSTMENT,
  GR_MOVE_SALE,
  GR_MOVE_RETURN,
  GR_MOVE_RECEIPT,
} GrMoveKind;

#define GR_N_MOVE_KINDS (GR_MOVE_RECEIPT + 1)

/**
 * GrMove:
 *
 * @qty, always positive, of an item goes from one location to another. @order_line_id, @sale_line_id and
 * @reverses are 0 where there is none; @reason is nullable. A reversal has the kind and day of what it takes back.
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

void gr_balance_free (GrBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrBalance, gr_balance_free)

gboolean gr_ledger_post (GrDatabase *database, const GrMove *move, gint64 *move_id, GError **error);
gboolean gr_ledger_adjust (GrDatabase *database, const GrMove *what, GrQty change, GError **error);
gboolean gr_ledger_reverse (GrDatabase *database, gint64 move_id, GError **error);

gboolean gr_ledger_on_hand (GrDatabase *database, gint64 item_id, GrQty *on_hand, GError **error);
GArray *gr_ledger_all_on_hand (GrDatabase *database, GError **error);
GPtrArray *gr_ledger_balances (GrDatabase *database, gint64 item_id, GError **error);

const char *gr_move_kind_id (GrMoveKind kind);
const char *gr_move_kind_title (GrMoveKind kind);
gboolean gr_move_kind_from_id (const char *id, GrMoveKind *out);
