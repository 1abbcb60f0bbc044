#pragma once

#include "query.h"

#include "domain/base/item-set.h"

/* Of all items, ?1 being NULL, and of those that ?1 names. */
#define GR_ALL_ITEMS        "?1 IS NULL "
#define GR_IN_ITEMS(column) column " IN (SELECT value FROM json_each (?1)) "

/**
 * GR_OF_ITEMS:
 * @before: the statement up to the condition
 * @column: of the item's number
 * @after: the rest of the statement
 *
 * A statement about a set of items; its ?1 is gr_item_set_json(). One place, two texts: "?1 IS NULL OR item_id IN ..."
 * would have SQLite look through everything for one item, having no plan that serves both.
 */
#define GR_OF_ITEMS(items, before, column, after)                                                                      \
  (gr_item_set_is_all (items) ? before GR_ALL_ITEMS after : before GR_IN_ITEMS (column) after)
