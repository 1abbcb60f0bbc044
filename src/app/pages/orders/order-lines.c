#include "order-lines.h"

#include "order-line-row.h"
#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/widgets/table/table.h"
#include "app/frame/frame.h"

#include "shop/purchasing/orders.h"

#include <glib/gi18n.h>

struct _GrOrderLines {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *draft;
  GtkWidget *sent;
  GtkWidget *shown; /* @draft or @sent */
  GrPagedModel *model;
  GrShop *shop;
  gint64 order_id;
  GrOrderTerms *terms; /* (nullable): of the order's supplier */
  gint64 show_item_id; /* the line to bring into sight, 0 for none */
};

G_DEFINE_FINAL_TYPE (GrOrderLines, gr_order_lines, GTK_TYPE_WIDGET)

/* Cells */

static char *
code_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrOrderLineRow *) row)->line->item_code);
}

static char *
description_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrOrderLineRow *) row)->line->item_description);
}

static char *
ordered_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (((const GrOrderLineRow *) row)->line->ordered_qty);
}

static char *
packs_text (gconstpointer row, gpointer user_data)
{
  const GrOrderLineRow *line = row;

  return gr_format_packs (line->line->ordered_qty, &line->pack);
}

static char *
received_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (((const GrOrderLineRow *) row)->line->received_qty);
}

static char *
remaining_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (gr_purchase_order_line_remaining (((const GrOrderLineRow *) row)->line));
}

static char *
price_text (gconstpointer row, gpointer user_data)
{
  const GrOrderLineRow *line = row;

  return gr_format_price (line->line->unit_price, line->currency_digits);
}

static char *
value_text (gconstpointer row, gpointer user_data)
{
  const GrOrderLineRow *line = row;
  GrQty qty = gr_qty_subtract (line->line->ordered_qty, line->line->cancelled_qty);

  return gr_format_money (
      gr_money_for_saturated (qty, line->line->unit_price, line->currency_digits), line->currency_digits);
}

/* Deeds */

static gboolean
set_line (GrOrderLines *self, gint64 item_id, GrQty qty, const GrPrice *price)
{
  g_autoptr (GError) error = NULL;

  if (!gr_shop_set_order_line (self->shop, self->order_id, item_id, qty, price, &error)) {
    gr_frame_say (gr_frame_of (self), error->message);
    return FALSE;
  }
  gr_frame_offer_undo (gr_frame_of (self), NULL);
  return TRUE;
}

/* @edited may share its words with @shown. */
static gboolean
edit_line (GrOrderLines *self, const GrPurchaseOrderLine *shown, const GrPurchaseOrderLine *edited)
{
  g_autoptr (GError) error = NULL;

  if (!gr_shop_edit_order_line (self->shop, shown, edited, &error)) {
    gr_frame_say (gr_frame_of (self), error->message);
    return FALSE;
  }
  gr_frame_offer_undo (gr_frame_of (self), NULL);
  return TRUE;
}

static gboolean
edit_ordered (gconstpointer row, const char *text, gpointer user_data)
{
  const GrOrderLineRow *line = row;
  GrOrderLines *self = user_data;
  g_autoptr (GError) error = NULL;
  GrPurchaseOrderLine edited = *line->line;

  if (!gr_parse_packs (text, &line->pack, &line->line->ordered_qty, &edited.ordered_qty, &error)) {
    gr_frame_say (gr_frame_of (self), error->message);
    return FALSE;
  }
  if (edited.ordered_qty == 0)
    return set_line (self, edited.item_id, 0, NULL);
  return edited.ordered_qty == line->line->ordered_qty || edit_line (self, line->line, &edited);
}

static gboolean
edit_price (gconstpointer row, const char *text, gpointer user_data)
{
  const GrOrderLineRow *line = row;
  GrOrderLines *self = user_data;
  GrAmountRule rule = {GR_PRICE_DIGITS, &line->line->unit_price, gr_shop_currency (self->shop)};
  g_autoptr (GError) error = NULL;
  GrPurchaseOrderLine edited = *line->line;

  if (!gr_parse_amount (text, &rule, &edited.unit_price, &error)) {
    gr_frame_say (gr_frame_of (self), error->message);
    return FALSE;
  }
  return edited.unit_price == line->line->unit_price || edit_line (self, line->line, &edited);
}

static void
remove_line (gconstpointer row, gpointer user_data)
{
  set_line (user_data, ((const GrOrderLineRow *) row)->line->item_id, 0, NULL);
}

#define COLUMN_CODE                                                                                                    \
  {                                                                                                                    \
    .id = "code", .title = N_ ("Item code"), .width = 80, .rank = 6, .text = code_text                                 \
  }
#define COLUMN_DESCRIPTION                                                                                             \
  {                                                                                                                    \
    .id = "item", .title = N_ ("Item"), .width = 170, .expands = TRUE, .text = description_text                        \
  }
#define COLUMN_PACKS                                                                                                   \
  {                                                                                                                    \
    .id = "packs", .title = N_ ("Unit"), .width = 170, .rank = 4, .text = packs_text                                   \
  }
#define COLUMN_VALUE                                                                                                   \
  {                                                                                                                    \
    .id = "value", .title = N_ ("Value"), .width = 92, .rank = 2, .kind = GR_CELL_NUMBER, .text = value_text           \
  }

static const GrTableColumn draft_columns[] = {
    COLUMN_CODE,
    COLUMN_DESCRIPTION,
    {.id = "ordered",
        .title = N_ ("Quantity"),
        .width = 76,
        .kind = GR_CELL_EDITABLE,
        .text = ordered_text,
        .edit = edit_ordered,
        .tooltip = N_ ("How much to order; “4 packs” and “+10%” work too")},
    COLUMN_PACKS,
    {.id = "price",
        .title = N_ ("Purchase price"),
        .width = 84,
        .rank = 1,
        .kind = GR_CELL_EDITABLE,
        .text = price_text,
        .edit = edit_price,
        .tooltip = N_ ("Purchase price of one unit on this order")},
    COLUMN_VALUE,
    {.id = "remove",
        .title = "",
        .width = 48,
        .kind = GR_CELL_BUTTON,
        .icon_name = "user-trash-symbolic",
        .tooltip = N_ ("Remove from the order"),
        .press = remove_line},
};

static const GrTableColumn sent_columns[] = {
    COLUMN_CODE,
    COLUMN_DESCRIPTION,
    {.id = "ordered", .title = N_ ("Ordered"), .width = 76, .rank = 3, .kind = GR_CELL_NUMBER, .text = ordered_text},
    COLUMN_PACKS,
    {.id = "received", .title = N_ ("Received"), .width = 80, .rank = 1, .kind = GR_CELL_NUMBER, .text = received_text},
    {.id = "remaining",
        .title = N_ ("Outstanding"),
        .width = 80,
        .kind = GR_CELL_NUMBER,
        .text = remaining_text,
        .tooltip = N_ ("Ordered, less received and cancelled")},
    {.id = "price", .title = N_ ("Purchase price"), .width = 84, .rank = 5, .kind = GR_CELL_NUMBER, .text = price_text},
    COLUMN_VALUE,
};

/* The list */

static void
activated_cb (GrOrderLines *self, gint64 line_id)
{
  GrFrame *frame = gr_frame_of (self);
  gint64 item_id = gr_order_line_row_item (self->model, line_id);

  if (frame && item_id)
    gr_frame_show_item (frame, item_id);
}

/**
 * gr_order_lines_add:
 * @qty: what was scanned; a line that is there grows by it, a new one starts at what the supplier sells at least
 */
void
gr_order_lines_add (GrOrderLines *self, gint64 item_id, GrQty qty)
{
  g_return_if_fail (GR_IS_ORDER_LINES (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
    const GrOrderLineRow *line = gr_row_get_data (row);

    if (line && line->line->item_id == item_id) {
      GrPurchaseOrderLine edited = *line->line;

      self->show_item_id = item_id;
      edited.ordered_qty = gr_qty_add (edited.ordered_qty, qty);
      edit_line (self, line->line, &edited);
      return;
    }
  }
  self->show_item_id = item_id;
  set_line (self, item_id, gr_order_terms_least (self->terms, item_id, qty), NULL);
}

static void
show_new_line (GrOrderLines *self)
{
  gint64 item_id = self->show_item_id;

  self->show_item_id = 0;
  for (guint i = 0; item_id && i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
    const GrOrderLineRow *line = gr_row_get_data (row);

    if (line && line->line->item_id == item_id) {
      gr_paged_model_select (self->model, gr_row_get_id (row));
      gr_table_scroll_to (GR_TABLE (self->draft), gr_row_get_id (row));
    }
  }
}

static void
show_table (GrOrderLines *self, GtkWidget *table)
{
  GtkWidget *tables[] = {self->draft, self->sent};

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    gr_table_set_unit (GR_TABLE (tables[i]), "price", gr_shop_currency (self->shop));
    gr_table_set_unit (GR_TABLE (tables[i]), "value", gr_shop_currency (self->shop));
    if (tables[i] != table)
      gr_table_set_model (GR_TABLE (tables[i]), NULL);
  }
  if (self->shown != table)
    gr_table_set_model (GR_TABLE (table), self->model);
  self->shown = table;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table);
}

/**
 * gr_order_lines_show:
 *
 * Reads the order's lines and shows them.
 */
gboolean
gr_order_lines_show (GrOrderLines *self, GrShop *shop, const GrPurchaseOrder *order, GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (GR_IS_ORDER_LINES (self), FALSE);

  if (self->order_id != order->id || self->shop != shop)
    gr_order_lines_clear (self);
  g_set_object (&self->shop, shop);
  self->order_id = order->id;
  g_clear_pointer (&self->terms, gr_order_terms_free);
  self->terms = gr_order_terms_read (shop, order->supplier_id, error);
  rows = self->terms ? gr_order_line_rows_read (shop, order->id, self->terms, error) : NULL;
  if (!rows)
    return FALSE;
  show_table (self, gr_order_state_allows (order->state, GR_ORDER_EDIT) ? self->draft : self->sent);
  gr_paged_model_take_rows (self->model, rows);
  show_new_line (self);
  return TRUE;
}

void
gr_order_lines_clear (GrOrderLines *self)
{
  g_return_if_fail (GR_IS_ORDER_LINES (self));

  gr_paged_model_clear (self->model);
  g_clear_pointer (&self->terms, gr_order_terms_free);
  g_clear_object (&self->shop);
  self->order_id = 0;
}

static void
gr_order_lines_dispose (GObject *object)
{
  GrOrderLines *self = GR_ORDER_LINES (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->terms, gr_order_terms_free);
  g_clear_object (&self->model);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_order_lines_parent_class)->dispose (object);
}

static void
gr_order_lines_class_init (GrOrderLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_order_lines_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "order-lines");
}

static GtkWidget *
make_table (GrOrderLines *self, const GrTableColumn *columns, gsize n, const char *name)
{
  GtkWidget *table = gr_table_new();

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Order lines"), -1);
  gr_table_set_columns (GR_TABLE (table), columns, n, self);
  gr_table_remember (GR_TABLE (table), name);
  g_signal_connect_object (table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (GTK_STACK (self->stack), table);
  return table;
}

static void
gr_order_lines_init (GrOrderLines *self)
{
  self->model = gr_order_line_rows_model();
  self->stack = gtk_stack_new();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->draft = make_table (self, draft_columns, G_N_ELEMENTS (draft_columns), "order-draft-lines");
  self->sent = make_table (self, sent_columns, G_N_ELEMENTS (sent_columns), "order-lines");
  gr_table_set_empty (GR_TABLE (self->draft), &(GrTableEmpty){"gr-orders-symbolic", _ ("This order is empty"),
                                                  _ ("Add items by code, barcode or name."), NULL, NULL});
  gr_table_set_empty (
      GR_TABLE (self->sent), &(GrTableEmpty){"gr-orders-symbolic", _ ("This order is empty"), NULL, NULL, NULL});
}
