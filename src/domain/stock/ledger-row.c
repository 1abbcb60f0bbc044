#include "ledger-row.h"

void
gr_ledger_row_free (GrLedgerRow *row)
{
  if (row == NULL)
    return;
  g_free (row->from_name);
  g_free (row->to_name);
  g_free (row->reason);
  g_free (row->order_number);
  g_free (row->deed_title);
  g_free (row);
}
