#include "order-list.h"

#include "domain/base/text.h"
#include "store/file/sql-words.h"
#include "store/orders/order-row.h"
#include "store/catalogue/setting-store.h"

/* ?1 are the currency’s digits; each other is NULL or 0 where it lets all through. */
#define FILTER                                                                                                         \
  "WHERE (?2 IS NULL OR instr (fold (o.number), ?2) > 0 OR instr (fold (s.name), ?2) > 0 OR EXISTS ("                  \
  "  SELECT 1 FROM purchase_order_line l JOIN item i ON i.id = l.item_id "                                             \
  "  WHERE l.order_id = o.id AND instr (fold (i.code), ?2) > 0)) "                                                     \
  "AND (?3 IS NULL OR o.supplier_id = ?3) "                                                                            \
  "AND (?4 IS NULL OR o.id IN (SELECT order_id FROM purchase_order_line WHERE item_id = ?4)) "                         \
  "AND (?5 IS NULL OR o.state = ?5) "                                                                                  \
  "AND (?6 = 0 OR o.state " GR_SQL_IS_OPEN_STATE ") "                                                                  \
  "AND (?7 IS NULL OR (o.state " GR_SQL_IS_DUE_STATE " AND o.expected_on < ?7)) "

/**
 * gr_order_list:
 *
 * Returns: (element-type GrPurchaseOrder): the orders that @filter lets through, newest first, at most @limit.
 */
GPtrArray *
gr_order_list (GrDatabase *database, const GrOrderFilter *filter, int limit, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_purchase_order_free);
  gboolean is_searched = filter->search != NULL && filter->search[0] != '\0';
  g_autofree char *words = is_searched ? gr_text_fold (filter->search) : NULL;
  const char *state = filter->state >= 0 ? gr_order_state_id ((GrOrderState) filter->state) : NULL;
  GrQuery query = gr_query (database, GR_ORDER_ROW_SELECT FILTER "ORDER BY o.created_on DESC, o.id DESC LIMIT ?8",
      "itrrtiDi", gr_setting_store_currency_digits (database, NULL), words, filter->supplier_id, filter->item_id, state,
      filter->only_open, filter->late_on, limit);

  while (gr_query_next (&query))
    g_ptr_array_add (orders, gr_order_row_read (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&orders) : NULL;
}

/**
 * gr_order_list_counts:
 *
 * How many orders there are in each state.
 */
gboolean
gr_order_list_counts (GrDatabase *database, gint64 counts[GR_N_ORDER_STATES], GError **error)
{
  GrQuery query = gr_query (database, "SELECT state, count (*) FROM purchase_order GROUP BY state", "");

  for (int i = 0; i < GR_N_ORDER_STATES; i++)
    counts[i] = 0;
  while (gr_query_next (&query)) {
    GrOrderState state;

    if (gr_order_state_from_id (gr_query_text (&query, 0), &state))
      counts[state] = gr_query_id (&query, 1);
  }
  return gr_query_end (&query, error);
}
