#include "order-table.h"

#include "order-words.h"
#include "app/text/format.h"

#include <glib/gi18n.h>

struct _GrOrderTable {
  GtkWidget parent_instance;

  GtkWidget *table;
  GrPagedModel *model;
  GrShop *shop;
};

enum { ACTIVATED, SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrOrderTable, gr_order_table, GTK_TYPE_WIDGET)

/* Cells */

static char *
number_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrPurchaseOrder *) row)->number);
}

static char *
supplier_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrPurchaseOrder *) row)->supplier_name);
}

static GrBadgeFace
state_face (gconstpointer row, gpointer user_data)
{
  GrOrderTable *self = user_data;

  return gr_order_face (row, self->shop ? gr_shop_today (self->shop) : GR_DATE_NONE);
}

static char *
lines_text (gconstpointer row, gpointer user_data)
{
  return gr_format_count (((const GrPurchaseOrder *) row)->n_lines);
}

static char *
money_text (GrOrderTable *self, GrMoney money)
{
  return gr_format_money (money, self->shop ? gr_shop_currency_digits (self->shop) : 2);
}

static char *
value_text (gconstpointer row, gpointer user_data)
{
  return money_text (user_data, ((const GrPurchaseOrder *) row)->value);
}

static char *
open_value_text (gconstpointer row, gpointer user_data)
{
  return money_text (user_data, ((const GrPurchaseOrder *) row)->open_value);
}

static char *
created_text (gconstpointer row, gpointer user_data)
{
  return gr_format_date (((const GrPurchaseOrder *) row)->created_on);
}

static char *
expected_text (gconstpointer row, gpointer user_data)
{
  return gr_format_date (((const GrPurchaseOrder *) row)->expected_on);
}

static const GrTableColumn columns[] = {
    {.id = "number", .title = N_ ("Order"), .width = 76, .is_sortable = TRUE, .text = number_text},
    {.id = "supplier",
        .title = N_ ("Supplier"),
        .width = 160,
        .expands = TRUE,
        .is_sortable = TRUE,
        .text = supplier_text},
    {.id = "state",
        .title = N_ ("Status"),
        .width = 180,
        .rank = 1,
        .kind = GR_CELL_BADGE,
        .is_sortable = TRUE,
        .face = state_face},
    {.id = "lines",
        .title = N_ ("Lines"),
        .width = 64,
        .rank = 5,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = lines_text},
    {.id = "value",
        .title = N_ ("Value"),
        .width = 96,
        .rank = 3,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .text = value_text},
    {.id = "open-value",
        .title = N_ ("Outstanding"),
        .width = 112,
        .rank = 4,
        .kind = GR_CELL_NUMBER,
        .is_sortable = TRUE,
        .tooltip = N_ ("Ordered and not received yet, at the order’s prices"),
        .text = open_value_text},
    {.id = "created", .title = N_ ("Created"), .width = 106, .rank = 6, .is_sortable = TRUE, .text = created_text},
    {.id = "expected", .title = N_ ("Expected"), .width = 98, .rank = 2, .is_sortable = TRUE, .text = expected_text},
};

/* Sorting: a shop has some hundreds of orders at most on the page, all of which are read. */

static int
sign (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_by (const char *column, const GrPurchaseOrder *a, const GrPurchaseOrder *b)
{
  if (g_str_equal (column, "supplier"))
    return g_utf8_collate (a->supplier_name, b->supplier_name);
  if (g_str_equal (column, "state"))
    return sign (a->state, b->state);
  if (g_str_equal (column, "lines"))
    return sign (a->n_lines, b->n_lines);
  if (g_str_equal (column, "value"))
    return sign (a->value, b->value);
  if (g_str_equal (column, "open-value"))
    return sign (a->open_value, b->open_value);
  if (g_str_equal (column, "created"))
    return sign (a->created_on, b->created_on);
  if (g_str_equal (column, "expected"))
    return sign (a->expected_on, b->expected_on);
  return sign (a->id, b->id);
}

typedef struct {
  const char *column;
  gboolean is_descending;
} Sort;

static int
compare_orders (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GrPurchaseOrder *first = *(const GrPurchaseOrder *const *) a;
  const GrPurchaseOrder *second = *(const GrPurchaseOrder *const *) b;
  const Sort *sort = user_data;
  int order = compare_by (sort->column, first, second);

  if (order == 0)
    order = sign (second->id, first->id);
  else if (sort->is_descending)
    order = -order;
  return order;
}

/* Taken anew, as the model owns what it shows. */
static void
show_rows (GrOrderTable *self, GPtrArray *rows)
{
  Sort sort;

  sort.column = gr_table_get_sort (GR_TABLE (self->table), &sort.is_descending);
  if (sort.column)
    g_ptr_array_sort_with_data (rows, compare_orders, &sort);
  gr_paged_model_take_rows (self->model, rows);
}

static void
sort_changed_cb (GrOrderTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  Sort sort;
  g_autoptr (GPtrArray) orders = g_ptr_array_sized_new (n);
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  sort.column = gr_table_get_sort (GR_TABLE (self->table), &sort.is_descending);
  if (!sort.column || !self->shop)
    return;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);

    g_ptr_array_add (orders, gr_row_get_data (row));
  }
  g_ptr_array_sort_with_data (orders, compare_orders, &sort);
  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, ((GrPurchaseOrder *) g_ptr_array_index (orders, i))->id);
  gr_paged_model_set_ids (self->model, self->shop, (const gint64 *) (gpointer) ids->data, n);
}

/**
 * gr_order_table_take:
 * @orders: (transfer full): #GrPurchaseOrder
 */
void
gr_order_table_take (GrOrderTable *self, GrShop *shop, GPtrArray *orders)
{
  g_return_if_fail (GR_IS_ORDER_TABLE (self));

  if (g_set_object (&self->shop, shop)) {
    gr_table_set_unit (GR_TABLE (self->table), "value", gr_shop_currency (shop));
    gr_table_set_unit (GR_TABLE (self->table), "open-value", gr_shop_currency (shop));
  }
  show_rows (self, orders);
}

void
gr_order_table_clear (GrOrderTable *self)
{
  g_return_if_fail (GR_IS_ORDER_TABLE (self));

  g_clear_object (&self->shop);
  gr_paged_model_clear (self->model);
}

gint64
gr_order_table_get_selected (GrOrderTable *self)
{
  g_return_val_if_fail (GR_IS_ORDER_TABLE (self), 0);
  return gr_paged_model_get_selected (self->model);
}

/**
 * gr_order_table_select:
 * @order_id: 0 for the first
 *
 * Returns: whether it is in the list
 */
gboolean
gr_order_table_select (GrOrderTable *self, gint64 order_id)
{
  g_return_val_if_fail (GR_IS_ORDER_TABLE (self), FALSE);

  if (order_id == 0)
    return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 &&
           gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), 0, TRUE);
  if (!gr_paged_model_select (self->model, order_id))
    return FALSE;
  gr_table_scroll_to (GR_TABLE (self->table), order_id);
  return TRUE;
}

void
gr_order_table_remember (GrOrderTable *self, const char *name)
{
  gr_table_remember (GR_TABLE (self->table), name);
}

void
gr_order_table_set_empty (GrOrderTable *self, const GrTableEmpty *empty)
{
  gr_table_set_empty (GR_TABLE (self->table), empty);
}

static void
selected_cb (GrOrderTable *self)
{
  g_signal_emit (self, signals[SELECTED], 0, gr_paged_model_get_selected (self->model));
}

static void
activated_cb (GrOrderTable *self, gint64 order_id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, order_id);
}

static void
gr_order_table_dispose (GObject *object)
{
  GrOrderTable *self = GR_ORDER_TABLE (object);

  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_order_table_parent_class)->dispose (object);
}

static void
gr_order_table_class_init (GrOrderTableClass *klass)
{
  GType type = GR_TYPE_ORDER_TABLE;

  G_OBJECT_CLASS (klass)->dispose = gr_order_table_dispose;
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] =
      g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gint64
order_id (gconstpointer row)
{
  return ((const GrPurchaseOrder *) row)->id;
}

static void
gr_order_table_init (GrOrderTable *self)
{
  self->model = gr_paged_model_new (
      &(GrRowSource){.id_of = order_id, .free_row = (GDestroyNotify) gr_purchase_order_free}, FALSE);
  self->table = gr_table_new();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Purchase orders"), -1);
  gr_table_set_columns (GR_TABLE (self->table), columns, G_N_ELEMENTS (columns), self);
  gr_table_set_model (GR_TABLE (self->table), self->model);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}
