#pragma once

#include "demand-store.h"

#include "stock/posting.h"

/* How sales of an item move stock, and between which places. */
typedef struct {
  GrSaleRule rule;
  GrLedgerEnds ends;
} GrSalePosting;

gboolean gr_sale_posting_find (GrDatabase *database, gint64 item_id, GrSalePosting *posting, GError **error);
gboolean gr_sale_posting_post (GrDatabase *database, const GrSalePosting *posting, const GrSaleLine *line,
    gint64 line_id, gboolean *is_moved, GError **error);
gboolean gr_sale_posting_reconcile (GrDatabase *database, gint64 item_id, gboolean look_everywhere, GError **error);
