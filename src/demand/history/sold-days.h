#pragma once

#include "domain/plan/demand-day.h"

/* @net_qty: sold less taken back; @is_sale: whether anything was sold at all. */
typedef struct {
  GrDate on;
  gboolean is_sale;
  GrQty net_qty;
} GrSoldDay;

/**
 * GrItemSales:
 * @days: (array length=n): in order
 * @first: the first on which anything was sold, @n without any: history begins with a sale, not with a return
 */
typedef struct {
  gint64 item_id;
  const GrSoldDay *days;
  gsize n;
  gsize first;
} GrItemSales;

/* What items sold, day by day: read once, and asked by all that a plan needs of it. */
typedef struct _GrSoldDays GrSoldDays;

GrSoldDays *gr_sold_days_new (void);
void gr_sold_days_add (GrSoldDays *sold, const GrDemandDay *day);
void gr_sold_days_free (GrSoldDays *sold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSoldDays, gr_sold_days_free)

gsize gr_sold_days_n_items (const GrSoldDays *sold);
GrItemSales gr_sold_days_nth (const GrSoldDays *sold, gsize index, GrDate before);
GrItemSales gr_sold_days_of (const GrSoldDays *sold, gint64 item_id, GrDate before);
