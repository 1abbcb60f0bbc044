#pragma once

#include "workbook.h"

#include "domain/base/progress.h"
#include "domain/stock/stock-row.h"

typedef struct {
  GrWorkbookInfo info;
  const GrStockRow *const *rows;
  gsize n_rows;
} GrStockWorkbookData;

gboolean gr_stock_workbook_write (
    const char *path, const GrStockWorkbookData *data, const GrProgress *progress, GError **error);
