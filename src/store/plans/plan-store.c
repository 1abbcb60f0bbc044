#include "plan-store.h"

#include "store/file/item-query.h"
#include "working-plan.h"
#include "store/catalogue/setting-store.h"

/**
 * gr_plan_store_begin:
 *
 * Heads the working plan anew, inside a transaction; being derived, it needs no deed.
 */
gboolean
gr_plan_store_begin (GrDatabase *database, const GrPlanHead *head, GError **error)
{
  return gr_query_run (database, error,
      "UPDATE plan SET made_at = ?1, made_for = ?2, horizon_weeks = ?3 WHERE id = " GR_WORKING_PLAN, "lDi",
      head->made_at, head->made_for, head->horizon_weeks);
}

/**
 * gr_plan_store_clear:
 *
 * Forgets the items' lines and suggestions in the working plan, inside a transaction.
 */
gboolean
gr_plan_store_clear (GrDatabase *database, const GrItemSet *items, GError **error)
{
  const char *json = gr_item_set_json (items);

  return gr_query_run (database, error,
             GR_OF_ITEMS (items, "DELETE FROM plan_suggestion WHERE plan_id = " GR_WORKING_PLAN " AND ", "item_id", ""),
             "t", json) &&
         gr_query_run (database, error,
             GR_OF_ITEMS (items, "DELETE FROM plan_line WHERE plan_id = " GR_WORKING_PLAN " AND ", "item_id", ""), "t",
             json);
}

gboolean
gr_plan_store_add_line (GrDatabase *database, const GrPlanLine *line, GError **error)
{
  return gr_query_run (database, error,
      "INSERT INTO plan_line (plan_id, item_id, supplier_id, health, safety_stock, reorder_point, order_up_to, "
      "days_of_supply, "
      "stock_out_on, money_at_risk, excess_value, weekly_demand) VALUES (" GR_WORKING_PLAN
      ", ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      "lrillldDlld", line->item_id, line->supplier_id, (int) line->health, line->safety_stock, line->reorder_point,
      line->order_up_to, line->days_of_supply, line->stock_out_on, line->money_at_risk, line->excess_value,
      line->weekly_demand);
}

/* So many suggestions go into the file by one statement: an order a week for half a year. */
#define SUGGESTIONS 32

#define SUGGESTION       "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define FOUR_SUGGESTIONS SUGGESTION ", " SUGGESTION ", " SUGGESTION ", " SUGGESTION

static const char suggestions_sql[] =
    "INSERT INTO plan_suggestion (plan_id, item_id, step, supplier_id, need, qty, unit_price, needed_on, order_on, "
    "arrive_on, is_late) SELECT " GR_WORKING_PLAN ", * FROM (VALUES " FOUR_SUGGESTIONS ", " FOUR_SUGGESTIONS
    ", " FOUR_SUGGESTIONS ", " FOUR_SUGGESTIONS ", " FOUR_SUGGESTIONS ", " FOUR_SUGGESTIONS ", " FOUR_SUGGESTIONS
    ", " FOUR_SUGGESTIONS ") WHERE column1 IS NOT NULL";

/* A day that there is not, is NULL. */
static void
bind_suggestion (GrQuery *query, int at, const GrSuggestion *suggestion)
{
  GrDate days[] = {suggestion->needed_on, suggestion->order_on, suggestion->arrive_on};
  gint64 values[] = {suggestion->item_id, suggestion->step, suggestion->supplier_id, suggestion->need, suggestion->qty,
      suggestion->unit_price, days[0], days[1], days[2], suggestion->is_late};

  for (gsize i = 0; i < G_N_ELEMENTS (values) && query->status == SQLITE_OK; i++) {
    gboolean is_no_day = i >= 6 && i <= 8 && days[i - 6] == GR_DATE_NONE;

    query->status = is_no_day ? sqlite3_bind_null (query->statement, at + (int) i)
                              : sqlite3_bind_int64 (query->statement, at + (int) i, values[i]);
  }
}

/**
 * gr_plan_store_add_suggestions:
 * @suggestions: (array length=n)
 *
 * Inside a transaction.
 */
gboolean
gr_plan_store_add_suggestions (GrDatabase *database, const GrSuggestion *suggestions, gsize n, GError **error)
{
  for (gsize first = 0; first < n; first += SUGGESTIONS) {
    GrQuery query = gr_query (database, suggestions_sql, "");

    for (gsize i = first; i < MIN (first + SUGGESTIONS, n) && query.status == SQLITE_OK; i++)
      bind_suggestion (&query, (int) (i - first) * 10 + 1, &suggestions[i]);
    while (gr_query_next (&query))
      ;
    if (!gr_query_end (&query, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * gr_plan_store_take_suggestion:
 *
 * Takes a suggestion off the plan, because it became an order.
 */
gboolean
gr_plan_store_take_suggestion (GrDatabase *database, const GrSuggestion *suggestion, GError **error)
{
  return gr_query_run (database, error,
      "DELETE FROM plan_suggestion WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1 AND step = ?2", "li",
      suggestion->item_id, suggestion->step);
}

/**
 * gr_plan_store_head:
 * @exists: (out): whether there is a plan
 */
gboolean
gr_plan_store_head (GrDatabase *database, GrPlanHead *head, gboolean *exists, GError **error)
{
  GrQuery query =
      gr_query (database, "SELECT made_at, made_for, horizon_weeks FROM working_plan WHERE made_at IS NOT NULL", "");

  *exists = gr_query_next (&query);
  if (*exists)
    *head = (GrPlanHead){gr_query_id (&query, 0), gr_query_date (&query, 1), gr_query_int (&query, 2)};
  return gr_query_end (&query, error);
}

/**
 * gr_plan_store_find_line:
 * @exists: (out): whether the plan has a line of the item
 */
gboolean
gr_plan_store_find_line (GrDatabase *database, gint64 item_id, GrPlanLine *line, gboolean *exists, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT item_id, supplier_id, health, safety_stock, reorder_point, order_up_to, days_of_supply, stock_out_on, "
      "money_at_risk, excess_value, weekly_demand FROM working_line WHERE item_id = ?1",
      "l", item_id);

  *exists = gr_query_next (&query);
  if (*exists)
    *line = (GrPlanLine){
        .item_id = gr_query_id (&query, 0),
        .supplier_id = gr_query_id (&query, 1),
        .health = (GrStockHealth) gr_query_int (&query, 2),
        .safety_stock = gr_query_id (&query, 3),
        .reorder_point = gr_query_id (&query, 4),
        .order_up_to = gr_query_id (&query, 5),
        .days_of_supply = gr_query_double (&query, 6),
        .stock_out_on = gr_query_date (&query, 7),
        .money_at_risk = gr_query_id (&query, 8),
        .excess_value = gr_query_id (&query, 9),
        .weekly_demand = gr_query_double (&query, 10),
    };
  return gr_query_end (&query, error);
}

#define SELECT_SUGGESTION                                                                                              \
  "SELECT g.item_id, g.step, g.supplier_id, g.need, g.qty, g.unit_price, g.needed_on, g.order_on, g.arrive_on, "       \
  "g.is_late, i.code, i.description, i.unit, s.name, money_for (g.qty, g.unit_price, ?1), "                            \
  "coalesce (l.money_at_risk, 0) FROM working_suggestion g JOIN item i ON i.id = g.item_id "                           \
  "JOIN supplier s ON s.id = g.supplier_id LEFT JOIN working_line l ON l.item_id = g.item_id "

static GrSuggestion *
read_suggestion (GrQuery *query)
{
  GrSuggestion *suggestion = g_new0 (GrSuggestion, 1);

  suggestion->item_id = gr_query_id (query, 0);
  suggestion->step = gr_query_int (query, 1);
  suggestion->supplier_id = gr_query_id (query, 2);
  suggestion->need = gr_query_id (query, 3);
  suggestion->qty = gr_query_id (query, 4);
  suggestion->unit_price = gr_query_id (query, 5);
  suggestion->needed_on = gr_query_date (query, 6);
  suggestion->order_on = gr_query_date (query, 7);
  suggestion->arrive_on = gr_query_date (query, 8);
  suggestion->is_late = gr_query_int (query, 9);
  suggestion->item_code = gr_query_dup_text (query, 10);
  suggestion->item_description = gr_query_dup_text (query, 11);
  suggestion->unit = gr_query_dup_text (query, 12);
  suggestion->supplier_name = gr_query_dup_text (query, 13);
  suggestion->value = gr_query_id (query, 14);
  suggestion->money_at_risk = gr_query_id (query, 15);
  return suggestion;
}

static GPtrArray *
read_suggestions (GrQuery query, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_suggestion_free);

  while (gr_query_next (&query))
    g_ptr_array_add (all, read_suggestion (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * gr_plan_store_suggestions:
 * @supplier_id: a supplier, or 0 for all
 * @order_until: the last day to order on that is wanted; %G_MAXINT32 for all
 *
 * Returns: (element-type GrSuggestion): what to order, most money at risk first, an item's in order of date.
 */
GPtrArray *
gr_plan_store_suggestions (GrDatabase *database, gint64 supplier_id, GrDate order_until, GError **error)
{
  return read_suggestions (gr_query (database,
                               SELECT_SUGGESTION "WHERE g.order_on <= ?3 AND (?2 IS NULL OR g.supplier_id = ?2) "
                                                 "ORDER BY 16 DESC, i.code, g.step",
                               "iri", gr_setting_store_currency_digits (database, NULL), supplier_id, order_until),
      error);
}

/**
 * gr_plan_store_suggestions_of_item:
 *
 * Returns: (element-type GrSuggestion): the item's, in order of date.
 */
GPtrArray *
gr_plan_store_suggestions_of_item (GrDatabase *database, gint64 item_id, GError **error)
{
  return read_suggestions (gr_query (database, SELECT_SUGGESTION "WHERE g.item_id = ?2 ORDER BY g.step", "il",
                               gr_setting_store_currency_digits (database, NULL), item_id),
      error);
}
