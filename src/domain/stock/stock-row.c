#include "stock-row.h"

void
gr_stock_row_free (GrStockRow *row)
{
  if (row == NULL)
    return;
  g_free (row->code);
  g_free (row->description);
  g_free (row->family);
  g_free (row->unit);
  g_free (row);
}
