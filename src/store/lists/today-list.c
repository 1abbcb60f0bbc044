#include "today-list.h"

#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "store/catalogue/setting-store.h"

#define STILL_TO_COME "money_for (l.to_come, l.unit_price, ?1)"

/*
 * Each gives: money, item, supplier, order, code, description, supplier's name, number, place, day, quantity, count.
 * ?1 are the currency's digits, ?2 is today.
 */
#define STOCK_OUT_SQL                                                                                                  \
  "SELECT p.money_at_risk, i.id, p.supplier_id, NULL, i.code, i.description, s.name, NULL, NULL, "                     \
  "p.stock_out_on, coalesce ((SELECT sum (b.qty) FROM own_balance b WHERE b.item_id = i.id), 0), 0, ?1, ?2 "           \
  "FROM working_line p JOIN item i ON i.id = p.item_id "                                                               \
  "LEFT JOIN supplier s ON s.id = p.supplier_id WHERE " GR_SQL_RUNS_OUT " "                                            \
  "AND i.status = 'active'" /* of what is discontinued, to run out is what was asked for */

#define LATE_DELIVERY_SQL                                                                                              \
  "SELECT sum (" STILL_TO_COME "), NULL, o.supplier_id, o.id, NULL, NULL, s.name, o.number, "                          \
  "NULL, o.expected_on, NULL, count (*) FROM purchase_order o "                                                        \
  "JOIN supplier s ON s.id = o.supplier_id JOIN open_line l ON l.order_id = o.id AND l.to_come > 0 "                   \
  "WHERE o.state " GR_SQL_IS_DUE_STATE " AND l.expected_on < ?2 GROUP BY o.id"

#define ORDER_TO_PLACE_SQL                                                                                             \
  "SELECT sum (money_for (g.qty, g.unit_price, ?1)), NULL, g.supplier_id, NULL, NULL, NULL, "                          \
  "s.name, NULL, NULL, min (g.order_on), NULL, count (*) FROM working_suggestion g "                                   \
  "JOIN supplier s ON s.id = g.supplier_id WHERE g.order_on <= ?2 GROUP BY g.supplier_id"

#define DRAFT_TO_SEND_SQL                                                                                              \
  "SELECT sum (" STILL_TO_COME "), NULL, o.supplier_id, o.id, NULL, NULL, s.name, o.number, "                          \
  "NULL, o.created_on, NULL, count (*), ?2 FROM purchase_order o "                                                     \
  "JOIN supplier s ON s.id = o.supplier_id JOIN open_line l ON l.order_id = o.id "                                     \
  "WHERE o.state " GR_SQL_IS_UNSENT_STATE " AND o.is_on_hold = 0 GROUP BY o.id"

#define NEGATIVE_STOCK_SQL                                                                                             \
  "SELECT -money_for (b.qty, i.unit_cost, ?1), i.id, NULL, NULL, i.code, i.description, NULL, "                        \
  "NULL, place_name (c.name, c.role), NULL, b.qty, 0, ?2 FROM (SELECT item_id, location_id, sum (qty) AS qty "         \
  "FROM own_balance GROUP BY item_id, location_id) b JOIN item i ON i.id = b.item_id "                                 \
  "JOIN location c ON c.id = b.location_id WHERE b.qty < 0"

#define COUNTED(sql)                                                                                                   \
  {                                                                                                                    \
    sql, "SELECT count (*) FROM (" sql ")"                                                                             \
  }

static const struct {
  const char *rows;
  const char *count;
} kinds_sql[GR_N_TODAY_KINDS] = {
    [GR_TODAY_STOCK_OUT] = COUNTED (STOCK_OUT_SQL),
    [GR_TODAY_LATE_DELIVERY] = COUNTED (LATE_DELIVERY_SQL),
    [GR_TODAY_ORDER_TO_PLACE] = COUNTED (ORDER_TO_PLACE_SQL),
    [GR_TODAY_DRAFT_TO_SEND] = COUNTED (DRAFT_TO_SEND_SQL),
    [GR_TODAY_NEGATIVE_STOCK] = COUNTED (NEGATIVE_STOCK_SQL),
};

static GrTodayRow *
read_row (GrQuery *query, GrTodayKind kind)
{
  GrTodayRow *row = g_new0 (GrTodayRow, 1);

  row->kind = kind;
  row->money = gr_query_id (query, 0);
  row->item_id = gr_query_id (query, 1);
  row->supplier_id = gr_query_id (query, 2);
  row->order_id = gr_query_id (query, 3);
  row->item_code = gr_query_dup_text (query, 4);
  row->item_description = gr_query_dup_text (query, 5);
  row->supplier_name = gr_query_dup_text (query, 6);
  row->order_number = gr_query_dup_text (query, 7);
  row->location_name = gr_query_dup_text (query, 8);
  row->on = gr_query_date (query, 9);
  row->qty = gr_query_id (query, 10);
  row->n = gr_query_int (query, 11);
  return row;
}

static int
compare_money (gconstpointer a, gconstpointer b)
{
  const GrTodayRow *x = *(GrTodayRow *const *) a;
  const GrTodayRow *y = *(GrTodayRow *const *) b;

  if (x->money != y->money)
    return x->money > y->money ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return g_strcmp0 (x->item_code, y->item_code);
}

static gboolean
read_kind (GrDatabase *database, GrTodayKind kind, GrDate today, GPtrArray *rows, GError **error)
{
  GrQuery query =
      gr_query (database, kinds_sql[kind].rows, "iD", gr_setting_store_currency_digits (database, NULL), today);

  while (gr_query_next (&query))
    g_ptr_array_add (rows, read_row (&query, kind));
  return gr_query_end (&query, error);
}

/**
 * gr_today_list:
 * @limit_per_kind: at most so many of each kind, the worst
 *
 * Returns: (element-type GrTodayRow): what needs doing, most money first. As good as the last plan. O(exceptions).
 */
GPtrArray *
gr_today_list (GrDatabase *database, GrDate today, int limit_per_kind, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_today_row_free);

  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_today_row_free);

    if (!read_kind (database, (GrTodayKind) kind, today, rows, error))
      return NULL;
    g_ptr_array_sort (rows, compare_money);
    if (rows->len > (guint) limit_per_kind)
      g_ptr_array_set_size (rows, limit_per_kind);
    g_ptr_array_extend_and_steal (all, g_steal_pointer (&rows));
  }
  g_ptr_array_sort (all, compare_money);
  return g_steal_pointer (&all);
}

/**
 * gr_today_list_counts:
 *
 * How many there are of each kind.
 */
gboolean
gr_today_list_counts (GrDatabase *database, GrDate today, gint64 counts[GR_N_TODAY_KINDS], GError **error)
{
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++) {
    GrQuery query =
        gr_query (database, kinds_sql[kind].count, "iD", gr_setting_store_currency_digits (database, NULL), today);

    counts[kind] = gr_query_next (&query) ? gr_query_id (&query, 0) : 0;
    if (!gr_query_end (&query, error))
      return FALSE;
  }
  return TRUE;
}
