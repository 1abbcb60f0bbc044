#include "supplier-items.h"

#include "app/text/format.h"
#include "app/text/packs.h"
#include "app/text/parse-amount.h"
#include "app/widgets/item-search.h"
#include "app/widgets/table/table.h"
#include "app/frame/frame.h"

#include "shop/catalogue/save-item.h"
#include "shop/catalogue/supplier-view.h"

#include <glib/gi18n.h>

struct _GrSupplierItems {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *add;
  GtkWidget *table;
  GrPagedModel *model;
  GrShop *shop;
  gint64 supplier_id;
};

G_DEFINE_FINAL_TYPE (GrSupplierItems, gr_supplier_items, GTK_TYPE_WIDGET)

/* Cells */

static char *
code_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrSupplierItemRow *) row)->item_code);
}

static char *
item_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrSupplierItemRow *) row)->item_description);
}

static char *
unit_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrSupplierItemRow *) row)->unit);
}

static char *
supplier_code_text (gconstpointer row, gpointer user_data)
{
  const char *code = ((const GrSupplierItemRow *) row)->terms->supplier_code;

  return g_strdup (code ? code : "");
}

static char *
price_text (gconstpointer row, gpointer user_data)
{
  GrSupplierItems *self = user_data;

  return gr_format_price (
      ((const GrSupplierItemRow *) row)->terms->unit_price, self->shop ? gr_shop_currency_digits (self->shop) : 2);
}

static char *
minimum_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (((const GrSupplierItemRow *) row)->terms->minimum_order_qty);
}

static char *
multiple_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (((const GrSupplierItemRow *) row)->terms->order_multiple);
}

static GrBadgeFace
preferred_face (gconstpointer row, gpointer user_data)
{
  if (((const GrSupplierItemRow *) row)->terms->is_preferred)
    return (GrBadgeFace){"starred-symbolic", _ ("Preferred"), NULL};
  return (GrBadgeFace){NULL};
}

/* Deeds */

static gboolean
refuse (GrSupplierItems *self, const GError *error)
{
  gr_frame_say (gr_frame_of (self), error->message);
  return FALSE;
}

/* @shown: (nullable): as they were; %NULL for new ones */
static gboolean
save (GrSupplierItems *self, const GrSupplierItem *shown, const GrSupplierItem *terms)
{
  g_autoptr (GError) error = NULL;

  if (shown ? !gr_shop_edit_terms (self->shop, shown, terms, &error) : !gr_shop_save_terms (self->shop, terms, &error))
    return refuse (self, error);
  gr_frame_offer_undo (gr_frame_of (self), NULL);
  return TRUE;
}

static gboolean
edit_price (gconstpointer row, const char *text, gpointer user_data)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_copy (((const GrSupplierItemRow *) row)->terms);
  GrSupplierItems *self = user_data;
  GrPrice now = terms->unit_price;
  GrAmountRule rule = {GR_PRICE_DIGITS, &now, gr_shop_currency (self->shop)};
  g_autoptr (GError) error = NULL;

  if (!gr_parse_amount (text, &rule, &terms->unit_price, &error))
    return refuse (user_data, error);
  return save (user_data, ((const GrSupplierItemRow *) row)->terms, terms);
}

static gboolean
edit_supplier_code (gconstpointer row, const char *text, gpointer user_data)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_copy (((const GrSupplierItemRow *) row)->terms);

  g_free (terms->supplier_code);
  terms->supplier_code = *text ? g_strstrip (g_strdup (text)) : NULL;
  return save (user_data, ((const GrSupplierItemRow *) row)->terms, terms);
}

/* An empty field is none. */
static gboolean
edit_qty (const GrSupplierItemRow *row, const char *text, gboolean is_multiple, GrSupplierItems *self)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_copy (row->terms);
  GrQty *qty = is_multiple ? &terms->order_multiple : &terms->minimum_order_qty;
  GrPack pack = {is_multiple ? 0 : terms->order_multiple, row->unit};
  g_autoptr (GError) error = NULL;

  if (!*text)
    *qty = 0;
  else if (!gr_parse_packs (text, &pack, NULL, qty, &error))
    return refuse (self, error);
  return save (self, row->terms, terms);
}

static gboolean
edit_minimum (gconstpointer row, const char *text, gpointer user_data)
{
  return edit_qty (row, text, FALSE, user_data);
}

static gboolean
edit_multiple (gconstpointer row, const char *text, gpointer user_data)
{
  return edit_qty (row, text, TRUE, user_data);
}

static void
remove_terms (gconstpointer row, gpointer user_data)
{
  GrSupplierItems *self = user_data;
  g_autoptr (GError) error = NULL;

  if (gr_shop_remove_terms (self->shop, ((const GrSupplierItemRow *) row)->terms->id, &error))
    gr_frame_offer_undo (gr_frame_of (self), NULL);
  else
    refuse (self, error);
}

static const GrTableColumn columns[] = {
    {.id = "code", .title = N_ ("Item code"), .width = 88, .rank = 3, .text = code_text},
    {.id = "item", .title = N_ ("Item"), .width = 180, .expands = TRUE, .text = item_text},
    {.id = "preferred",
        .title = N_ ("Preferred"),
        .width = 100,
        .rank = 7,
        .kind = GR_CELL_BADGE,
        .face = preferred_face,
        .tooltip = N_ ("Orders are suggested from the preferred supplier")},
    {.id = "supplier-code",
        .title = N_ ("Supplier’s item code"),
        .width = 100,
        .rank = 5,
        .kind = GR_CELL_EDITABLE_TEXT,
        .text = supplier_code_text,
        .edit = edit_supplier_code},
    {.id = "price",
        .title = N_ ("Purchase price"),
        .width = 92,
        .kind = GR_CELL_EDITABLE,
        .text = price_text,
        .edit = edit_price,
        .tooltip = N_ ("Purchase price of one unit")},
    {.id = "minimum",
        .title = N_ ("Minimum quantity"),
        .width = 80,
        .rank = 1,
        .kind = GR_CELL_EDITABLE,
        .text = minimum_text,
        .edit = edit_minimum,
        .tooltip = N_ ("The smallest quantity they sell; 0 if there is none")},
    {.id = "multiple",
        .title = N_ ("Pack size"),
        .width = 92,
        .rank = 2,
        .kind = GR_CELL_EDITABLE,
        .text = multiple_text,
        .edit = edit_multiple,
        .tooltip = N_ ("They only sell whole packs of this size; 0 for any quantity")},
    {.id = "unit", .title = N_ ("Unit"), .width = 60, .rank = 6, .text = unit_text},
    {.id = "remove",
        .title = "",
        .width = 48,
        .rank = 4,
        .kind = GR_CELL_BUTTON,
        .icon_name = "user-trash-symbolic",
        .tooltip = N_ ("They no longer sell this"),
        .press = remove_terms},
};

static void
activated_cb (GrSupplierItems *self, gint64 terms_id)
{
  guint position = gr_paged_model_position_of (self->model, terms_id);
  g_autoptr (GrRow) row = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (gr_row_get_data (row))
    gr_frame_show_item (gr_frame_of (self), ((const GrSupplierItemRow *) gr_row_get_data (row))->terms->item_id);
}

/* New terms start without a price; that of the item's cost holds until one is entered. */
static void
chosen_cb (GrSupplierItems *self, gint64 item_id, gint64 qty)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
    const GrSupplierItemRow *known = gr_row_get_data (row);

    if (known && known->terms->item_id == item_id) {
      gr_paged_model_select (self->model, known->terms->id);
      gr_table_scroll_to (GR_TABLE (self->table), known->terms->id);
      return;
    }
  }
  terms->supplier_id = self->supplier_id;
  terms->item_id = item_id;
  terms->is_preferred = FALSE;
  save (self, NULL, terms);
}

gboolean
gr_supplier_items_show (GrSupplierItems *self, GrShop *shop, gint64 supplier_id, GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (GR_IS_SUPPLIER_ITEMS (self), FALSE);

  rows = gr_shop_supplier_items (shop, supplier_id, error);
  if (!rows)
    return FALSE;
  if (self->supplier_id != supplier_id)
    gr_paged_model_clear (self->model);
  g_set_object (&self->shop, shop);
  self->supplier_id = supplier_id;
  gr_table_set_unit (GR_TABLE (self->table), "price", gr_shop_currency (shop));
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->add), shop, 0);
  gr_paged_model_take_rows (self->model, rows);
  return TRUE;
}

void
gr_supplier_items_clear (GrSupplierItems *self)
{
  g_return_if_fail (GR_IS_SUPPLIER_ITEMS (self));

  gr_paged_model_clear (self->model);
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->add), NULL, 0);
  g_clear_object (&self->shop);
  self->supplier_id = 0;
}

static void
gr_supplier_items_dispose (GObject *object)
{
  GrSupplierItems *self = GR_SUPPLIER_ITEMS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_supplier_items_parent_class)->dispose (object);
}

static void
gr_supplier_items_class_init (GrSupplierItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_supplier_items_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrSupplierItemRow *) row)->terms->id;
}

static void
gr_supplier_items_init (GrSupplierItems *self)
{
  self->model = gr_paged_model_new (
      &(GrRowSource){.id_of = id_of_row, .free_row = (GDestroyNotify) gr_supplier_item_row_free}, FALSE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->add = gr_item_search_new();
  g_object_set (self->add, "prompt", _ ("Add an item they sell"), "margin-start", 18, "margin-end", 18, NULL);
  g_signal_connect_object (self->add, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->add);

  self->table = gr_table_new();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items"), -1);
  gr_table_set_columns (GR_TABLE (self->table), columns, G_N_ELEMENTS (columns), self);
  gr_table_remember (GR_TABLE (self->table), "supplier-items");
  gr_table_set_model (GR_TABLE (self->table), self->model);
  gr_table_set_empty (
      GR_TABLE (self->table), &(GrTableEmpty){"gr-stock-symbolic", _ ("No items from this supplier yet"),
                                  _ ("Add the items that this supplier sells."), NULL, NULL});
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->table);
}
