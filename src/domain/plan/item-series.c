#include "item-series.h"

void
gr_item_series_free (GrItemSeries *series)
{
  if (series == NULL)
    return;
  g_free (series->title);
  g_free (series->unit);
  g_free (series->starts);
  g_free (series->sales);
  g_free (series->mean);
  g_free (series->lo80);
  g_free (series->hi80);
  g_free (series->lo95);
  g_free (series->hi95);
  g_free (series->naive);
  g_free (series->stock);
  g_free (series->projection);
  g_free (series->receipts);
  g_clear_pointer (&series->events, g_ptr_array_unref);
  g_free (series);
}
