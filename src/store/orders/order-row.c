#include "order-row.h"

/* Reads a row of %GR_ORDER_ROW_SELECT. */
GrPurchaseOrder *
gr_order_row_read (GrQuery *query)
{
  GrPurchaseOrder *order = g_new0 (GrPurchaseOrder, 1);

  order->id = gr_query_id (query, 0);
  order->number = gr_query_dup_text (query, 1);
  order->supplier_id = gr_query_id (query, 2);
  order->supplier_name = gr_query_dup_text (query, 3);
  gr_order_state_from_id (gr_query_text (query, 4), &order->state);
  order->is_on_hold = gr_query_int (query, 5);
  order->created_on = gr_query_date (query, 6);
  order->approved_on = gr_query_date (query, 7);
  order->sent_on = gr_query_date (query, 8);
  order->expected_on = gr_query_date (query, 9);
  order->closed_on = gr_query_date (query, 10);
  order->note = gr_query_dup_text (query, 11);
  order->n_lines = gr_query_int (query, 12);
  order->value = gr_query_id (query, 13);
  order->open_value = gr_query_id (query, 14);
  return order;
}
