#include "demo-history.h"

#define MONTHS_OF_SALES   30
#define WEEKS_SINCE_COUNT 26

static void
order_free (gpointer data)
{
  GrDemoOrder *order = data;

  g_array_unref (order->lines);
  g_free (order);
}

void
gr_demo_history_free (GrDemoHistory *history)
{
  if (history == NULL)
    return;
  g_free (history->counted);
  g_free (history->on_hand);
  g_array_unref (history->sales);
  g_ptr_array_unref (history->orders);
  g_free (history);
}

/**
 * gr_demo_history_new:
 *
 * An empty past of the demo shop up to this morning: when it begins and when everything is counted.
 */
GrDemoHistory *
gr_demo_history_new (GrDate today)
{
  GrDemoHistory *history = g_new0 (GrDemoHistory, 1);

  gr_demo_items (&history->n_items);
  history->today = today;
  history->first = gr_date_add_months (today, -MONTHS_OF_SALES);
  history->counted_on = gr_grain_start (GR_GRAIN_WEEK, today - 7 * WEEKS_SINCE_COUNT);
  history->counted = g_new0 (GrQty, history->n_items);
  history->on_hand = g_new0 (GrQty, history->n_items);
  history->sales = g_array_new (FALSE, FALSE, sizeof (GrDemoSale));
  history->orders = g_ptr_array_new_with_free_func (order_free);
  return history;
}
