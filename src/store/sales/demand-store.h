#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/item-set.h"
#include "domain/base/money.h"
#include "domain/base/progress.h"
#include "domain/base/quantity.h"
#include "domain/plan/demand-day.h"
#include "domain/trade/sale-line.h"

/**
 * GrSaleBatchSummary:
 * @n_duplicates: lines that were in the file already and were left out
 * @n_moved: lines on or after the day of their item's count, which moved stock
 * @first_day, @last_day: of the lines added, %GR_DATE_NONE without any
 */
typedef struct {
  gint64 n_added;
  gint64 n_duplicates;
  gint64 n_moved;
  GrDate first_day;
  GrDate last_day;
} GrSaleBatchSummary;

/* Sold lines being added in bulk, inside an open deed. */
typedef struct _GrSaleBatch GrSaleBatch;

GrSaleBatch *gr_sale_batch_begin (GrDatabase *database, GError **error);
gboolean gr_sale_batch_add (GrSaleBatch *batch, const GrSaleLine *line, gboolean *is_duplicate, GError **error);
gboolean gr_sale_batch_finish (
    GrSaleBatch *batch, const GrProgress *progress, GrSaleBatchSummary *summary, GError **error);
void gr_sale_batch_free (GrSaleBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSaleBatch, gr_sale_batch_free)

typedef gboolean (*GrDemandFunc) (const GrDemandDay *day, gpointer data);
gboolean gr_demand_store_each (GrDatabase *database, const GrItemSet *items, const GrDaySpan *days, GrDemandFunc func,
    gpointer data, GError **error);
GArray *gr_demand_store_of_many (GrDatabase *database, gint64 item_id, const char *family, GError **error);
GArray *gr_demand_store_open_days (GrDatabase *database, GrDate before, int least_lines, GError **error);
gboolean gr_demand_store_span (GrDatabase *database, GrDate *first, GrDate *last, GError **error);
