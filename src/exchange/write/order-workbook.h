#pragma once

#include "workbook.h"

#include "domain/base/progress.h"
#include "domain/trade/purchase-order.h"

/* @order may be shared by many lines. */
typedef struct {
  const GrPurchaseOrder *order;
  const GrPurchaseOrderLine *line;
} GrOrderWorkbookLine;

typedef struct {
  GrWorkbookInfo info;
  const GrPurchaseOrder *const *orders;
  gsize n_orders;
  const GrOrderWorkbookLine *lines;
  gsize n_lines;
} GrOrderWorkbookData;

gboolean gr_order_workbook_write (
    const char *path, const GrOrderWorkbookData *data, const GrProgress *progress, GError **error);
