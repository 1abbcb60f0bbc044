#pragma once

#include "domain/base/quantity.h"

/**
 * GrPack:
 * @size: what a pack (carton, box, case) holds; 0 or one unit where the item comes in none
 * @unit: (nullable): the item's unit
 *
 * How an item comes from its supplier.
 */
typedef struct {
  GrQty size;
  const char *unit;
} GrPack;

char *gr_format_packs (GrQty qty, const GrPack *pack);
gboolean gr_parse_packs (const char *text, const GrPack *pack, const GrQty *now, GrQty *out, GError **error);
