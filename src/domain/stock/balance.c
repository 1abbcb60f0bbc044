#include "balance.h"

void
gr_balance_free (GrBalance *balance)
{
  if (balance == NULL)
    return;
  g_free (balance->location_name);
  g_free (balance);
}
