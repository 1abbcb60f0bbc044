#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/* Why goods move; ids are for files, titles for people. */
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

const char *gr_move_kind_id (GrMoveKind kind);
const char *gr_move_kind_title (GrMoveKind kind);
gboolean gr_move_kind_from_id (const char *id, GrMoveKind *out);
