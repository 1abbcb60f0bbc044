#include "stock-list.h"

#include "stock/availability.h"
#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "store/catalogue/search-terms.h"
#include "store/catalogue/setting-store.h"

/* ?1 a place or NULL for all of the shop's own. */
#define ON_HAND                                                                                                        \
  "(SELECT sum (b.qty) FROM balance b WHERE b.item_id = i.id AND b.location_id IN "                                    \
  "(SELECT id FROM own_place WHERE ?1 IS NULL OR id = ?1))"

#define ON_ORDER(states) "(SELECT sum (l.to_come) FROM open_line l WHERE l.item_id = i.id AND l.state " states ")"

/* The search's rows come by ?8 (FTS) and ?9 (short words); both NULL: all. The short words are taken apart once. */
#define WORDS "WITH word AS MATERIALIZED (SELECT value FROM json_each (?9)) "

#define MATCHES                                                                                                        \
  "(?8 IS NULL OR i.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?8)) "                                \
  "AND NOT EXISTS (SELECT 1 FROM word w WHERE i.code NOT LIKE w.value ESCAPE '\\' "                                    \
  "AND i.description NOT LIKE w.value ESCAPE '\\' AND NOT EXISTS (SELECT 1 FROM barcode c "                            \
  "WHERE c.item_id = i.id AND c.code LIKE w.value ESCAPE '\\'))"

#define IS_DUE "EXISTS (SELECT 1 FROM working_suggestion s WHERE s.item_id = i.id AND s.order_on <= ?10)"

#define URGENCY "CASE WHEN " GR_SQL_IS_EXCEPTION " THEN 2 ELSE " IS_DUE " END"

G_STATIC_ASSERT (GR_STOCK_BELOW_ZERO == 7); /* the 7 in FILTER */

#define FILTER                                                                                                         \
  "WHERE (?2 IS NULL OR i.family_id = ?2) "                                                                            \
  "AND (?3 IS NULL OR EXISTS (SELECT 1 FROM supplier_item t WHERE t.item_id = i.id AND t.supplier_id = ?3)) "          \
  "AND (?4 < 0 OR " GR_SQL_HEALTH " = ?4 OR (?4 = 7 AND " ON_HAND " < 0)) AND (?5 IS NULL OR i.status = ?5) "          \
  "AND (?6 = 0 OR " GR_SQL_IS_EXCEPTION ") AND (?1 IS NULL OR EXISTS (SELECT 1 FROM balance b WHERE b.item_id = i.id " \
  "AND b.location_id = ?1) OR EXISTS (SELECT 1 FROM last_count c WHERE c.item_id = i.id AND c.location_id = ?1)) "     \
  "AND (?11 = 0 OR " IS_DUE ") AND " MATCHES

#define IDS                                                                                                            \
  WORDS                                                                                                                \
  "SELECT i.id FROM item i LEFT JOIN working_line p ON p.item_id = i.id LEFT JOIN family f ON f.id = "                 \
  "i.family_id " FILTER " ORDER BY "

/* Each order both ways; what has no value comes last either way. */
#define BOTH(expression)                                                                                               \
  {                                                                                                                    \
    IDS expression " ASC NULLS LAST, i.code", IDS expression " DESC NULLS LAST, i.code"                                \
  }

static const char *const ids_sql[GR_N_STOCK_SORTS][2] = {
    [GR_STOCK_SORT_CODE] = {IDS "i.code", IDS "i.code DESC"},
    [GR_STOCK_SORT_DESCRIPTION] = BOTH ("nullif (trim (i.description), '') COLLATE NOCASE"),
    [GR_STOCK_SORT_FAMILY] = BOTH ("f.name COLLATE NOCASE"),
    [GR_STOCK_SORT_ON_HAND] = BOTH ("coalesce (" ON_HAND ", 0)"),
    [GR_STOCK_SORT_ON_ORDER] = BOTH ("coalesce (" ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0)"),
    [GR_STOCK_SORT_AVAILABLE] = BOTH ("coalesce (" ON_HAND ", 0)"),
    [GR_STOCK_SORT_PROJECTED] =
        BOTH ("max (0, coalesce (" ON_HAND ", 0)) + coalesce (" ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0)"),
    [GR_STOCK_SORT_DAYS_OF_SUPPLY] = BOTH ("p.days_of_supply"),
    [GR_STOCK_SORT_VALUE] = BOTH ("money_for (max (0, coalesce (" ON_HAND ", 0)), i.unit_cost, ?7)"),
    [GR_STOCK_SORT_HEALTH] = {IDS GR_SQL_HEALTH ", p.money_at_risk DESC, i.code",
        IDS GR_SQL_HEALTH " DESC, p.money_at_risk, i.code"},
    [GR_STOCK_SORT_MONEY_AT_RISK] = BOTH ("coalesce (p.money_at_risk, 0)"),
    [GR_STOCK_SORT_URGENCY] = {IDS URGENCY ", coalesce (p.money_at_risk, 0), i.code",
        IDS URGENCY " DESC, coalesce (p.money_at_risk, 0) DESC, i.code"},
};

static GrQuery
filtered_query (GrDatabase *database, const char *sql, const GrStockFilter *filter, const GrSearchTerms *terms)
{
  const char *status = filter->status >= 0 ? gr_item_status_id ((GrItemStatus) filter->status) : NULL;

  return gr_query (database, sql, "rrritiittDi", filter->location_id, filter->family_id, filter->supplier_id,
      filter->health, status, filter->only_exceptions, gr_setting_store_currency_digits (database, NULL), terms->match,
      terms->likes, filter->due_by, filter->only_due);
}

/**
 * gr_stock_list_ids:
 *
 * Returns: (element-type gint64): the items that @filter lets through, in its order. O(items log items): for a worker
 * where there are many.
 */
GArray *
gr_stock_list_ids (GrDatabase *database, const GrStockFilter *filter, GError **error)
{
  g_auto (GrSearchTerms) terms = gr_search_terms_parse (filter->search);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query = filtered_query (database, ids_sql[filter->sort][filter->is_descending ? 1 : 0], filter, &terms);

  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (ids, id);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&ids) : NULL;
}

static const char rows_sql[] =
    "SELECT i.id, i.code, i.description, f.name, i.unit, i.status, i.is_stocked, coalesce (" ON_HAND ", 0), "
    "coalesce (" ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0), coalesce (" ON_ORDER (
        "= 'draft'") ", 0), p.days_of_supply, p.stock_out_on, "
                     "p.health, p.money_at_risk, p.excess_value, i.unit_cost, i.unit_price FROM json_each (?2) k "
                     "CROSS JOIN item i ON i.id = k.value "
                     "LEFT JOIN working_line p ON p.item_id = i.id LEFT JOIN family f ON f.id = i.family_id ORDER BY "
                     "k.key";

static GrStockRow *
read_row (GrQuery *query, int digits)
{
  GrStockRow *row = g_new0 (GrStockRow, 1);
  GrStockPosition position = {.on_hand = gr_query_id (query, 7), .on_order = gr_query_id (query, 8)};

  row->item_id = gr_query_id (query, 0);
  row->code = gr_query_dup_text (query, 1);
  row->description = gr_query_dup_text (query, 2);
  row->family = gr_query_dup_text (query, 3);
  row->unit = gr_query_dup_text (query, 4);
  gr_item_status_from_id (gr_query_text (query, 5), &row->status);
  row->is_stocked = gr_query_int (query, 6);
  row->on_hand = position.on_hand;
  row->on_order = position.on_order;
  row->available = gr_availability_available (&position);
  row->in_draft = gr_query_id (query, 9);
  row->projected = gr_availability_projected (&position);
  row->days_of_supply = gr_query_double (query, 10);
  row->stock_out_on = gr_query_date (query, 11);
  row->health = (GrStockHealth) gr_query_double_or (query, 12, GR_HEALTH_NONE);
  row->money_at_risk = gr_query_id (query, 13);
  row->excess_value = gr_query_id (query, 14);
  row->unit_cost = gr_query_id (query, 15);
  row->unit_price = gr_query_id (query, 16);
  row->value = gr_money_for_stock (row->on_hand, row->unit_cost, digits);
  return row;
}

/**
 * gr_stock_list_rows:
 * @item_ids: (array length=n):
 * @location_id: whose stock is on hand; 0 for all of the shop's own places
 *
 * Returns: (element-type GrStockRow): one row for each of @item_ids that is still there, in their order. Some
 * microseconds a row, whatever the number of items.
 */
GPtrArray *
gr_stock_list_rows (GrDatabase *database, const gint64 *item_ids, gsize n, gint64 location_id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_stock_row_free);
  g_autoptr (GString) ids = g_string_new (NULL);
  int digits = gr_setting_store_currency_digits (database, NULL);
  GrQuery query;

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (ids, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', item_ids[i]);
  query = gr_query (database, rows_sql, "rt", location_id, n > 0 ? g_string_append_c (ids, ']')->str : "[]");
  while (gr_query_next (&query))
    g_ptr_array_add (rows, read_row (&query, digits));
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

static const char totals_sql[] =
    WORDS ", found AS MATERIALIZED (SELECT " GR_SQL_HEALTH " AS health, coalesce (" ON_HAND ", 0) AS on_hand, "
          "i.unit_cost, p.money_at_risk, p.excess_value, " IS_DUE " AS is_due "
          "FROM item i LEFT JOIN working_line p ON p.item_id = i.id " FILTER ") "
          "SELECT health, on_hand < 0, count (*), sum (money_for (max (0, on_hand), unit_cost, ?7)), "
          "sum (money_at_risk), sum (excess_value), sum (is_due) FROM found GROUP BY 1, 2";

/* Whether what is counted in this row, of items of @health, is asked for by @filter. */
static gboolean
is_asked_for (const GrStockFilter *filter, int health, gboolean is_below_zero)
{
  if (filter->only_exceptions && health > GR_HEALTH_EXCESS)
    return FALSE;
  return filter->health < 0 || (filter->health == GR_STOCK_BELOW_ZERO ? is_below_zero : filter->health == health);
}

/**
 * gr_stock_list_totals:
 *
 * What the items that @filter lets through come to, and how many there are of each health, as if @filter asked for all
 * healths and what is due or not. O(items): for a worker where there are many.
 */
gboolean
gr_stock_list_totals (GrDatabase *database, const GrStockFilter *filter, GrStockTotals *totals, GError **error)
{
  g_auto (GrSearchTerms) terms = gr_search_terms_parse (filter->search);
  GrStockFilter all_healths = *filter;
  GrQuery query;

  *totals = (GrStockTotals){0};
  all_healths.health = -1;
  all_healths.only_exceptions = FALSE;
  all_healths.only_due = FALSE;
  query = filtered_query (database, totals_sql, &all_healths, &terms);
  while (gr_query_next (&query)) {
    int health = gr_query_int (&query, 0);
    gboolean is_below_zero = gr_query_int (&query, 1);

    if (health >= 0 && health < GR_N_HEALTHS)
      totals->n_by_health[health] += gr_query_id (&query, 2);
    totals->n_below_zero += is_below_zero ? gr_query_id (&query, 2) : 0;
    totals->n_due += gr_query_id (&query, 6);
    if (!is_asked_for (filter, health, is_below_zero))
      continue;
    totals->n_items += gr_query_id (&query, 2);
    totals->stock_value += gr_query_id (&query, 3);
    totals->money_at_risk += gr_query_id (&query, 4);
    totals->excess_value += gr_query_id (&query, 5);
  }
  return gr_query_end (&query, error);
}
