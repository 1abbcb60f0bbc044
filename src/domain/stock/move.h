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

/* Lines of which documents move goods. */
typedef enum {
  GR_LINE_NONE,
  GR_LINE_ORDER, /* of a purchase order */
  GR_LINE_SALE,  /* a sold line */
  GR_LINE_COUNT, /* of a stock count */
} GrLineKind;

#define GR_N_LINE_KINDS (GR_LINE_COUNT + 1)

/**
 * GrMove:
 *
 * @qty, always positive, of an item goes from one location to another. It comes of the line @line_id of a document of
 * @line_kind, or of none. @lot_id and @reverses are 0 where there is none; @reason is nullable. A reversal has the kind
 * and day of what it takes back.
 */
typedef struct {
  gint64 item_id;
  gint64 lot_id;
  gint64 from_id;
  gint64 to_id;
  GrQty qty;
  GrDate moved_on;
  GrMoveKind kind;
  GrPrice unit_cost;
  const char *reason;
  GrLineKind line_kind;
  gint64 line_id;
  gint64 reverses;
} GrMove;

const char *gr_move_kind_id (GrMoveKind kind);
const char *gr_move_kind_title (GrMoveKind kind);
gboolean gr_move_kind_from_id (const char *id, GrMoveKind *out);
const char *gr_line_kind_id (GrLineKind kind);
GrLineKind gr_line_kind_from_id (const char *id);
