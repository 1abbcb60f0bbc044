#pragma once

#include <glib.h>

/**
 * GrPredecessor:
 * @predecessor_id: the item whose place @item_id takes
 * @share_percent: what it will sell of what that one sold; 0 to have it measured where both were sold
 */
typedef struct {
  gint64 item_id;
  gint64 predecessor_id;
  int share_percent;
} GrPredecessor;
