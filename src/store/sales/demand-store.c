#include "demand-store.h"

#include "store/file/item-query.h"

static GrDemandDay
read_day (GrQuery *query)
{
  return (GrDemandDay){
      .item_id = gr_query_id (query, 0),
      .sold_on = gr_query_date (query, 1),
      .sold_qty = gr_query_id (query, 2),
      .returned_qty = gr_query_id (query, 3),
      .revenue = gr_query_id (query, 4),
  };
}

/**
 * gr_demand_store_each:
 * @days: (nullable): those wanted, all without it
 * @func: returns %FALSE to stop early
 *
 * Calls @func for every day of demand of the items, by item and day. O(their days).
 */
gboolean
gr_demand_store_each (GrDatabase *database, const GrItemSet *items, const GrDaySpan *days, GrDemandFunc func,
    gpointer data, GError **error)
{
  static const GrDaySpan all = {G_MININT32 + 1, G_MAXINT32};
  const GrDaySpan *wanted = days != NULL ? days : &all;
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items, "SELECT item_id, sold_on, sold_qty, returned_qty, revenue FROM demand_day WHERE ", "item_id",
          "AND sold_on >= ?2 AND sold_on < ?3 ORDER BY item_id, sold_on"),
      "tii", gr_item_set_json (items), wanted->from, wanted->before);

  while (gr_query_next (&query)) {
    GrDemandDay day = read_day (&query);

    if (!func (&day, data))
      break;
  }
  return gr_query_end (&query, error);
}

/**
 * gr_demand_store_of_many:
 * @item_id: one item, or 0 for more
 * @family: (nullable): a family's name; without it all items
 *
 * Returns: (element-type GrDemandDay): what was asked for of all of them together, day by day, without item numbers.
 *   O(days of demand of all of them).
 */
GArray *
gr_demand_store_of_many (GrDatabase *database, gint64 item_id, const char *family, GError **error)
{
  static const char of_item[] =
      "SELECT 0, sold_on, sold_qty, returned_qty, revenue FROM demand_day WHERE item_id = ?1 ORDER BY sold_on";
  static const char of_family[] =
      "SELECT 0, d.sold_on, sum (d.sold_qty), sum (d.returned_qty), sum (d.revenue) FROM item i "
      "JOIN demand_day d ON d.item_id = i.id WHERE i.family_id = (SELECT id FROM family WHERE name = ?1) "
      "GROUP BY d.sold_on ORDER BY d.sold_on";
  static const char of_all[] = "SELECT 0, sold_on, sum (sold_qty), sum (returned_qty), sum (revenue) FROM demand_day "
                               "GROUP BY sold_on ORDER BY sold_on";
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrDemandDay));
  GrQuery query = item_id != 0     ? gr_query (database, of_item, "l", item_id)
                  : family != NULL ? gr_query (database, of_family, "t", family)
                                   : gr_query (database, of_all, "");

  while (gr_query_next (&query)) {
    GrDemandDay day = read_day (&query);

    g_array_append_val (days, day);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&days) : NULL;
}

/* The ends of the index by day: at once, however long the history is. */
static const char span_sql[] =
    "SELECT (SELECT s.sold_on FROM sale_line s CROSS JOIN sale_batch b ON b.id = s.batch_id ORDER BY s.sold_on LIMIT "
    "1), "
    "(SELECT s.sold_on FROM sale_line s CROSS JOIN sale_batch b ON b.id = s.batch_id ORDER BY s.sold_on DESC LIMIT 1)";

/**
 * gr_demand_store_span:
 * @first: (out): @last: (out): first and last day with demand, %GR_DATE_NONE without any
 */
gboolean
gr_demand_store_span (GrDatabase *database, GrDate *first, GrDate *last, GError **error)
{
  GrQuery query = gr_query (database, span_sql, "");

  *first = *last = GR_DATE_NONE;
  if (gr_query_next (&query)) {
    *first = gr_query_date (&query, 0);
    *last = gr_query_date (&query, 1);
  }
  return gr_query_end (&query, error);
}

/**
 * gr_demand_store_open_days:
 * @before: the first day no longer wanted
 * @least_lines: of sales or returns, at most a few
 *
 * Returns: (element-type GrDate): the days with that many lines, in order. A look into the index for each day, however
 *   many sales there are.
 */
GArray *
gr_demand_store_open_days (GrDatabase *database, GrDate before, int least_lines, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrDate));
  GrQuery query = gr_query (database,
      "WITH RECURSIVE day (sold_on) AS (SELECT (SELECT s.sold_on FROM sale_line s CROSS JOIN sale_batch b "
      "ON b.id = s.batch_id WHERE s.sold_on < ?1 ORDER BY s.sold_on LIMIT 1) UNION ALL "
      "SELECT (SELECT s.sold_on FROM sale_line s CROSS JOIN sale_batch b ON b.id = s.batch_id "
      "WHERE s.sold_on > day.sold_on AND s.sold_on < ?1 ORDER BY s.sold_on LIMIT 1) FROM day "
      "WHERE day.sold_on IS NOT NULL) SELECT sold_on FROM day WHERE sold_on IS NOT NULL AND "
      "(SELECT count(*) FROM (SELECT 1 FROM sale_line s CROSS JOIN sale_batch b ON b.id = s.batch_id "
      "WHERE s.sold_on = day.sold_on LIMIT ?2)) >= ?2",
      "ii", before, least_lines);

  while (gr_query_next (&query)) {
    GrDate day = gr_query_date (&query, 0);

    g_array_append_val (days, day);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&days) : NULL;
}
