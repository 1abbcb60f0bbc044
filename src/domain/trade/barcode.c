#include "barcode.h"

void
gr_barcode_free (GrBarcode *barcode)
{
  if (barcode == NULL)
    return;
  g_free (barcode->code);
  g_free (barcode);
}
