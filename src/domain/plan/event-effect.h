#pragma once

#include "domain/base/quantity.h"

/**
 * GrEventEffectRow:
 * @name: the event's key, see gr_event_key()
 * @actual_qty: what was asked for in the weeks that held it
 * @expected_qty: what would have been without it, above 0
 */
typedef struct {
  char *name;
  gint64 item_id;
  GrQty actual_qty;
  GrQty expected_qty;
  int n_weeks;
} GrEventEffectRow;

/* Rows of several items, added up. */
typedef struct {
  GrQty actual_qty;
  GrQty expected_qty;
  int n_weeks;
  int n_items;
} GrEventTally;

GArray *gr_event_effect_rows_new (void);
