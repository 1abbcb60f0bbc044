#include "plan-list.h"

#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "store/catalogue/setting-store.h"

/* ?1 are the currency's digits, ?2 is today. */
static const char families_sql[] =
    "SELECT i.family_id, f.name, count (*), sum (" GR_SQL_IS_EXCEPTION "), "
    "sum (coalesce (g.n, 0)), sum (money_for (max (0, coalesce (b.qty, 0)), i.unit_cost, ?1)), sum (p.money_at_risk), "
    "sum (p.excess_value), sum (coalesce (g.value, 0)) FROM item i LEFT JOIN family f ON f.id = i.family_id "
    "LEFT JOIN working_line p ON p.item_id = i.id "
    "LEFT JOIN (SELECT item_id, sum (qty) AS qty FROM own_balance GROUP BY item_id) b ON b.item_id = i.id "
    "LEFT JOIN (SELECT item_id, count (*) AS n, sum (money_for (qty, unit_price, ?1)) AS value FROM working_suggestion "
    "  WHERE order_on <= ?2 GROUP BY item_id) g ON g.item_id = i.id "
    "GROUP BY i.family_id ORDER BY 7 DESC, f.name IS NULL, sort_key (f.name)";

/**
 * gr_plan_list_families:
 *
 * Returns: (element-type GrPlanFamilyRow): families that have items, most money at risk first. O(items).
 */
GPtrArray *
gr_plan_list_families (GrDatabase *database, GrDate today, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_plan_family_row_free);
  GrQuery query = gr_query (database, families_sql, "iD", gr_setting_store_currency_digits (database, NULL), today);

  while (gr_query_next (&query)) {
    GrPlanFamilyRow *row = g_new0 (GrPlanFamilyRow, 1);

    row->family_id = gr_query_id (&query, 0);
    row->name = gr_query_dup_text (&query, 1);
    row->n_items = gr_query_int (&query, 2);
    row->n_exceptions = gr_query_int (&query, 3);
    row->n_suggestions = gr_query_int (&query, 4);
    row->stock_value = gr_query_id (&query, 5);
    row->money_at_risk = gr_query_id (&query, 6);
    row->excess_value = gr_query_id (&query, 7);
    row->suggested_value = gr_query_id (&query, 8);
    g_ptr_array_add (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}
