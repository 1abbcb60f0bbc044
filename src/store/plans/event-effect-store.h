#pragma once

#include "store/file/database.h"

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

GArray *gr_event_effect_rows_new (void);

/* Rows of several items, added up. */
typedef struct {
  GrQty actual_qty;
  GrQty expected_qty;
  int n_weeks;
  int n_items;
} GrEventTally;

gboolean gr_event_effect_store_replace_all (GrDatabase *database, const GArray *rows, GError **error);
gboolean gr_event_effect_store_replace_item (GrDatabase *database, gint64 item_id, const GArray *rows, GError **error);
gboolean gr_event_effect_store_others (GrDatabase *database, const char *name, gint64 item_id, GrEventTally *family,
    GrEventTally *elsewhere, GError **error);
