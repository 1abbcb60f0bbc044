#include "supplier-row.h"

void
gr_supplier_row_free (GrSupplierRow *row)
{
  if (row == NULL)
    return;
  g_free (row->name);
  g_free (row);
}

void
gr_supplier_item_row_free (GrSupplierItemRow *row)
{
  if (row == NULL)
    return;
  gr_supplier_item_free (row->terms);
  g_free (row->item_code);
  g_free (row->item_description);
  g_free (row->unit);
  g_free (row);
}
