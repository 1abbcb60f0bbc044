#include "planning-items.h"

#include "app/text/format.h"

#include <glib/gi18n.h>

static void
free_row (gpointer data)
{
  GrPlanningRow *row = data;

  gr_stock_row_free (row->stock);
  gr_suggestion_free (row->next);
  g_free (row);
}

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrPlanningRow *) row)->stock->item_id;
}

static gboolean
find_next (GrShop *shop, GrPlanningRow *row, GError **error)
{
  g_autoptr (GPtrArray) found = gr_shop_suggestions_of_item (shop, row->stock->item_id, error);

  row->next = found && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  return found != NULL;
}

static GPtrArray *
fetch_rows (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) stock = gr_shop_stock_rows (shop, ids, n, 0, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (!stock)
    return NULL;
  rows = g_ptr_array_new_with_free_func (free_row);
  while (stock->len > 0) {
    GrPlanningRow *row = g_new0 (GrPlanningRow, 1);

    row->stock = g_ptr_array_steal_index (stock, 0);
    g_ptr_array_add (rows, row);
    if (!find_next (shop, row, error))
      return NULL;
  }
  return g_steal_pointer (&rows);
}

/**
 * gr_planning_items_new:
 *
 * Returns: (transfer full): an empty list of #GrPlanningRow
 */
GrPagedModel *
gr_planning_items_new (void)
{
  GrRowSource source = {fetch_rows, id_of_row, free_row, NULL};

  return gr_paged_model_new (&source, FALSE);
}

/* The columns */

static int
digits_of (const GrPlanningCells *cells)
{
  return cells->shop ? gr_shop_currency_digits (cells->shop) : 2;
}

static gboolean
can_tick (gconstpointer row, gpointer data)
{
  return ((const GrPlanningRow *) row)->next != NULL;
}

static gboolean
is_ticked (gconstpointer row, gpointer data)
{
  const GrPlanningCells *cells = data;

  return gr_planning_ticks_has (cells->ticks, ((const GrPlanningRow *) row)->stock->item_id);
}

static void
tick (gconstpointer row, gpointer data)
{
  const GrPlanningCells *cells = data;

  gr_planning_ticks_turn (cells->ticks, ((const GrPlanningRow *) row)->stock->item_id);
}

static char *
item_text (gconstpointer row, gpointer data)
{
  const GrStockRow *item = ((const GrPlanningRow *) row)->stock;

  return g_strdup (*item->description ? item->description : item->code);
}

static char *
code_text (gconstpointer row, gpointer data)
{
  return g_strdup (((const GrPlanningRow *) row)->stock->code);
}

static char *
family_text (gconstpointer row, gpointer data)
{
  const GrStockRow *item = ((const GrPlanningRow *) row)->stock;

  return g_strdup (item->family ? item->family : "");
}

static GrBadgeFace
health_face (gconstpointer row, gpointer data)
{
  const GrStockRow *item = ((const GrPlanningRow *) row)->stock;

  return gr_badge_face_of_stock (item->health, item->on_hand);
}

static char *
on_hand_text (gconstpointer row, gpointer data)
{
  return gr_format_qty (((const GrPlanningRow *) row)->stock->on_hand);
}

static char *
days_text (gconstpointer row, gpointer data)
{
  return gr_format_days (((const GrPlanningRow *) row)->stock->days_of_supply);
}

static char *
order_text (gconstpointer row, gpointer data)
{
  const GrSuggestion *next = ((const GrPlanningRow *) row)->next;

  return next ? gr_format_qty (next->qty) : g_strdup ("");
}

static char *
order_on_text (gconstpointer row, gpointer data)
{
  const GrSuggestion *next = ((const GrPlanningRow *) row)->next;
  const GrPlanningCells *cells = data;

  return next && cells->shop ? gr_format_date_near (next->order_on, gr_shop_today (cells->shop)) : g_strdup ("");
}

static char *
order_value_text (gconstpointer row, gpointer data)
{
  const GrSuggestion *next = ((const GrPlanningRow *) row)->next;

  return next ? gr_format_money (next->value, digits_of (data)) : g_strdup ("");
}

static char *
risk_text (gconstpointer row, gpointer data)
{
  return gr_format_money (((const GrPlanningRow *) row)->stock->money_at_risk, digits_of (data));
}

static const GrTableColumn columns[] = {
    {.id = "tick",
        .title = "",
        .width = 36,
        .kind = GR_CELL_CHECK,
        .tooltip = N_ ("Select the suggestion (Space)"),
        .can_edit = can_tick,
        .is_on = is_ticked,
        .press = tick},
    {.id = "item", .title = N_ ("Item"), .width = 180, .expands = TRUE, .is_sortable = TRUE, .text = item_text},
    {.id = "code", .title = N_ ("Item code"), .width = 90, .rank = 6, .is_sortable = TRUE, .text = code_text},
    {.id = "family",
        .title = N_ ("Family"),
        .width = 130,
        .rank = 9,
        .is_sortable = TRUE,
        .is_hidden = TRUE,
        .text = family_text},
    {.id = "health",
        .title = N_ ("Stock status"),
        .width = 150,
        .rank = 2,
        .kind = GR_CELL_BADGE,
        .is_sortable = TRUE,
        .tooltip = N_ ("Stock compared with what is expected to be sold."),
        .face = health_face},
    {.id = "on-hand",
        .title = N_ ("On hand"),
        .width = 80,
        .rank = 7,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = on_hand_text},
    {.id = "days",
        .title = N_ ("Days"),
        .width = 60,
        .rank = 8,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("How many days the stock on hand lasts at the expected sales."),
        .text = days_text},
    {.id = "order",
        .title = N_ ("To order"),
        .width = 66,
        .rank = 1,
        .kind = GR_CELL_NUMBER,
        .tooltip = N_ ("How much the plan suggests ordering next."),
        .text = order_text},
    {.id = "order-on",
        .title = N_ ("Order by"),
        .width = 116,
        .rank = 4,
        .tooltip = N_ ("The last day to place the suggested order."),
        .text = order_on_text},
    {.id = "order-value",
        .title = N_ ("Order value"),
        .width = 110,
        .rank = 5,
        .kind = GR_CELL_NUMBER,
        .text = order_value_text},
    {.id = "risk",
        .title = N_ ("Sales at risk"),
        .width = 100,
        .rank = 0,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("Sales that may be missed before the next delivery can arrive, at selling price."),
        .text = risk_text},
};

/**
 * gr_planning_columns:
 *
 * Returns: (array length=n): whose cells take a #GrPlanningCells
 */
const GrTableColumn *
gr_planning_columns (gsize *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * gr_planning_column_sort:
 * @column_id: (nullable)
 *
 * Returns: whether the column has an order of its own
 */
gboolean
gr_planning_column_sort (const char *column_id, GrStockSort *sort)
{
  static const struct {
    const char *id;
    GrStockSort sort;
  } sorts[] = {
      {"item", GR_STOCK_SORT_DESCRIPTION},
      {"code", GR_STOCK_SORT_CODE},
      {"family", GR_STOCK_SORT_FAMILY},
      {"health", GR_STOCK_SORT_HEALTH},
      {"on-hand", GR_STOCK_SORT_ON_HAND},
      {"days", GR_STOCK_SORT_DAYS_OF_SUPPLY},
      {"risk", GR_STOCK_SORT_MONEY_AT_RISK},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (column_id, sorts[i].id) == 0) {
      *sort = sorts[i].sort;
      return TRUE;
    }
  return FALSE;
}
