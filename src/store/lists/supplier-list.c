#include "supplier-list.h"

#include "domain/base/text.h"
#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "store/catalogue/setting-store.h"

static const char list_sql[] =
    "SELECT s.id, s.name, s.lead_time_days, s.lead_time_sd_days, "
    "(SELECT count (*) FROM supplier_item t WHERE t.supplier_id = s.id), "
    "(SELECT count (*) FROM purchase_order o WHERE o.supplier_id = s.id AND o.state " GR_SQL_IS_OPEN_STATE "), "
    "(SELECT sum (money_for (l.to_come, l.unit_price, ?2)) FROM open_line l WHERE l.supplier_id = s.id), "
    "g.n, g.value FROM supplier s LEFT JOIN (SELECT supplier_id, count (*) AS n, "
    "sum (money_for (qty, unit_price, ?2)) AS value FROM working_suggestion WHERE step = 0 GROUP BY supplier_id) g "
    "ON g.supplier_id = s.id WHERE ?1 IS NULL OR instr (fold (s.name), ?1) > 0 ORDER BY sort_key (s.name)";

/**
 * gr_supplier_list:
 * @search: (nullable): part of a name
 *
 * Returns: (element-type GrSupplierRow): suppliers by name.
 */
GPtrArray *
gr_supplier_list (GrDatabase *database, const char *search, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_supplier_row_free);
  g_autofree char *words = search != NULL && search[0] != '\0' ? gr_text_fold (search) : NULL;
  GrQuery query = gr_query (database, list_sql, "ti", words, gr_setting_store_currency_digits (database, NULL));

  while (gr_query_next (&query)) {
    GrSupplierRow *row = g_new0 (GrSupplierRow, 1);

    row->supplier_id = gr_query_id (&query, 0);
    row->name = gr_query_dup_text (&query, 1);
    row->lead_time_days = gr_query_int (&query, 2);
    row->lead_time_sd_days = gr_query_double (&query, 3);
    row->n_items = gr_query_int (&query, 4);
    row->n_open_orders = gr_query_int (&query, 5);
    row->open_value = gr_query_id (&query, 6);
    row->n_suggestions = gr_query_int (&query, 7);
    row->suggested_value = gr_query_id (&query, 8);
    g_ptr_array_add (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

static GrSupplierItem *
read_terms (GrQuery *query)
{
  GrSupplierItem *terms = gr_supplier_item_new();

  terms->id = gr_query_id (query, 0);
  terms->supplier_id = gr_query_id (query, 1);
  terms->item_id = gr_query_id (query, 2);
  terms->supplier_code = gr_query_dup_text (query, 3);
  terms->unit_price = gr_query_id (query, 4);
  terms->lead_time_days = (int) gr_query_double_or (query, 5, -1);
  terms->lead_time_sd_days = gr_query_double_or (query, 6, 0);
  terms->minimum_order_qty = gr_query_id (query, 7);
  terms->order_multiple = gr_query_id (query, 8);
  terms->is_preferred = gr_query_int (query, 9);
  return terms;
}

/**
 * gr_supplier_list_items:
 *
 * Returns: (element-type GrSupplierItemRow): what a supplier sells and on what terms, by item code.
 */
GPtrArray *
gr_supplier_list_items (GrDatabase *database, gint64 supplier_id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_supplier_item_row_free);
  GrQuery query = gr_query (database,
      "SELECT t.id, t.supplier_id, t.item_id, t.supplier_code, t.unit_price, t.lead_time_days, t.lead_time_sd_days, "
      "t.minimum_order_qty, t.order_multiple, t.is_preferred, i.code, i.description, i.unit FROM supplier_item t "
      "JOIN item i ON i.id = t.item_id WHERE t.supplier_id = ?1 ORDER BY sort_key (i.code)",
      "l", supplier_id);

  while (gr_query_next (&query)) {
    GrSupplierItemRow *row = g_new0 (GrSupplierItemRow, 1);

    row->terms = read_terms (&query);
    row->item_code = gr_query_dup_text (&query, 10);
    row->item_description = gr_query_dup_text (&query, 11);
    row->unit = gr_query_dup_text (&query, 12);
    g_ptr_array_add (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}
