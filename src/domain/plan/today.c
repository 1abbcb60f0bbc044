#include "today.h"

void
gr_today_row_free (GrTodayRow *row)
{
  if (row == NULL)
    return;
  g_free (row->item_code);
  g_free (row->item_description);
  g_free (row->supplier_name);
  g_free (row->order_number);
  g_free (row->location_name);
  g_free (row);
}
