#pragma once

#include "demand-store.h"

/**
 * GrSalePosting:
 *
 * How sales of an item move stock: from @location_id, the counted place with most in it, from @from_day on.
 * @location_id is 0 where nothing moves: nobody counted, or the item is not stocked.
 */
typedef struct {
  gboolean is_stocked;
  GrPrice unit_cost;
  gint64 location_id;
  gint64 customers_id; /* the other end */
  GrDate from_day;
} GrSalePosting;

gboolean gr_sale_posting_find (GrDatabase *database, gint64 item_id, GrSalePosting *posting, GError **error);
gboolean gr_sale_posting_post (
    GrDatabase *database, const GrSalePosting *posting, const GrSaleLine *line, gint64 line_id, GError **error);
gboolean gr_sale_posting_settle (GrDatabase *database, gint64 item_id, gboolean look_everywhere, GError **error);
