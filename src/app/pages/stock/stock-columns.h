#pragma once

#include "app/widgets/table/table-column.h"

#include "shop/stock/stock-view.h"

const GrTableColumn *gr_stock_columns (gsize *n);
GrStockSort gr_stock_column_sort (const char *column_id);
