#include "stock-rows.h"

#include "stock/availability.h"
#include "store/catalogue/setting-store.h"
#include "store/file/query.h"
#include "store/file/sql-words.h"
#include "stock-sql.h"

static const char rows_sql[] =
    "SELECT i.id, i.code, i.description, f.name, i.unit, i.status, i.is_stocked, coalesce (" GR_STOCK_ON_HAND ", 0), "
    "coalesce (" GR_STOCK_ON_ORDER (GR_SQL_IS_APPROVED_STATE) ", 0), coalesce (" GR_STOCK_ON_ORDER (
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
 * gr_stock_rows_read:
 * @item_ids: (array length=n):
 * @location_id: whose stock is on hand; 0 for all of the shop's own places
 *
 * Returns: (element-type GrStockRow): one row for each of @item_ids that is still there, in their order. Some
 * microseconds a row, whatever the number of items.
 */
GPtrArray *
gr_stock_rows_read (GrDatabase *database, const gint64 *item_ids, gsize n, gint64 location_id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_stock_row_free);
  g_autoptr (GString) ids = g_string_new (NULL);
  int digits = gr_setting_store_currency_digits (database, error);
  GrQuery query;

  if (digits < 0)
    return NULL;
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (ids, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', item_ids[i]);
  query = gr_query (database, rows_sql, "rt", location_id, n > 0 ? g_string_append_c (ids, ']')->str : "[]");
  while (gr_query_next (&query))
    g_ptr_array_add (rows, read_row (&query, digits));
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}
