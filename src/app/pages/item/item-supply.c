#include "item-supply.h"

#include "app/frame/reading.h"
#include "terms-row.h"
#include "app/text/format.h"
#include "app/frame/frame.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/catalogue/save-item.h"
#include "shop/catalogue/supplier-view.h"

#include <glib/gi18n.h>

struct _GrItemSupply {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *terms_group;
  GtkWidget *supplier_row;
  GtkWidget *barcode_group;
  GtkWidget *barcode_row;

  GrShop *shop;
  gint64 item_id;
  GArray *supplier_ids; /* as in @supplier_row, after its first entry */
  GPtrArray *terms_rows;
  GPtrArray *barcode_rows;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (GrItemSupply, gr_item_supply, GTK_TYPE_WIDGET)

static void
report (GrItemSupply *self, gboolean is_done, const GError *error)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame && is_done)
    gr_frame_offer_undo (frame, NULL);
  else if (frame)
    gr_frame_say_error (frame, _ ("That didn’t work"), error);
}

/* A supplier was chosen: terms with its own lead time and no price yet, to be filled in. */
static void
supplier_chosen_cb (GrItemSupply *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->supplier_row));
  g_autoptr (GrSupplierItem) terms = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_showing || chosen == 0 || chosen > self->supplier_ids->len)
    return;
  terms = gr_supplier_item_new();
  terms->item_id = self->item_id;
  terms->supplier_id = g_array_index (self->supplier_ids, gint64, chosen - 1);
  terms->lead_time_days = -1;
  terms->is_preferred = self->terms_rows->len == 0;
  report (self, gr_shop_save_terms (self->shop, terms, &error), error);
}

static void
add_barcode_cb (GrItemSupply *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->barcode_row))));
  g_autoptr (GError) error = NULL;

  if (!*code)
    return;
  if (gr_shop_add_barcode (self->shop, self->item_id, code, GR_QTY_ONE, &error)) {
    gtk_editable_set_text (GTK_EDITABLE (self->barcode_row), "");
    report (self, TRUE, NULL);
  } else {
    report (self, FALSE, error);
  }
}

static void
remove_barcode_cb (GtkButton *button, GrItemSupply *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));
  g_autoptr (GError) error = NULL;

  report (self, gr_shop_remove_barcode (self->shop, code, &error), error);
}

static GtkWidget *
make_barcode_row (GrItemSupply *self, const GrBarcode *barcode, const char *unit)
{
  GtkWidget *row = adw_action_row_new();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_markup_escape_text (barcode->code, -1);
  g_autofree char *qty = gr_format_qty_unit (barcode->qty, unit);
  g_autofree char *text = g_strdup_printf (_ ("One scan = %s"), qty);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (barcode->qty != GR_QTY_ONE)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove"), -1);
  g_object_set_data_full (G_OBJECT (remove), "code", g_strdup (barcode->code), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_barcode_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static void
remove_rows (GtkWidget *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
show_barcodes (GrItemSupply *self, const GrItemCard *card)
{
  remove_rows (self->barcode_group, self->barcode_rows);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->barcode_group), g_object_ref (self->barcode_row));
  for (guint i = 0; i < card->barcodes->len; i++) {
    GtkWidget *row = make_barcode_row (self, g_ptr_array_index (card->barcodes, i), card->item->unit);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->barcode_group), row);
    g_ptr_array_add (self->barcode_rows, row);
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->barcode_group), self->barcode_row);
  g_object_unref (self->barcode_row);
}

/* Rows that are there stay, so that the cursor stays in them. */
static gboolean
are_same_terms (GrItemSupply *self, const GrItemCard *card)
{
  if (self->item_id != card->item->id || self->terms_rows->len != card->terms->len)
    return FALSE;
  for (guint i = 0; i < card->terms->len; i++) {
    const GrItemTerms *terms = g_ptr_array_index (card->terms, i);

    if (gr_terms_row_get_id (g_ptr_array_index (self->terms_rows, i)) != terms->terms->id)
      return FALSE;
  }
  return TRUE;
}

static void
make_terms_rows (GrItemSupply *self, const GrItemCard *card)
{
  remove_rows (self->terms_group, self->terms_rows);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->terms_group), g_object_ref (self->supplier_row));
  for (guint i = 0; i < card->terms->len; i++) {
    GtkWidget *row = gr_terms_row_new (self->shop, card->item->unit);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->terms_group), row);
    g_ptr_array_add (self->terms_rows, row);
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->terms_group), self->supplier_row);
  g_object_unref (self->supplier_row);
}

static gboolean
has_terms_of (const GrItemCard *card, gint64 supplier_id)
{
  for (guint i = 0; i < card->terms->len; i++) {
    const GrItemTerms *terms = g_ptr_array_index (card->terms, i);

    if (terms->terms->supplier_id == supplier_id)
      return TRUE;
  }
  return FALSE;
}

static void
show_other_suppliers (GrItemSupply *self, const GrItemCard *card)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) suppliers = gr_shop_suppliers (self->shop, NULL, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){_ ("Choose…"), NULL});

  if (!suppliers)
    gr_reading_failed (self, error);
  g_array_set_size (self->supplier_ids, 0);
  for (guint i = 0; suppliers && i < suppliers->len; i++) {
    const GrSupplierRow *supplier = g_ptr_array_index (suppliers, i);

    if (has_terms_of (card, supplier->supplier_id))
      continue;
    gtk_string_list_append (names, supplier->name);
    g_array_append_val (self->supplier_ids, supplier->supplier_id);
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->supplier_row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->supplier_row), 0);
  gtk_widget_set_visible (self->supplier_row, self->supplier_ids->len > 0);
}

/**
 * gr_item_supply_show_card:
 *
 * Shows terms and barcodes as they stand in the file.
 */
void
gr_item_supply_show_card (GrItemSupply *self, GrShop *shop, const GrItemCard *card)
{
  g_return_if_fail (GR_IS_ITEM_SUPPLY (self));

  self->is_showing = TRUE;
  g_set_object (&self->shop, shop);
  if (!are_same_terms (self, card))
    make_terms_rows (self, card);
  self->item_id = card->item->id;
  for (guint i = 0; i < card->terms->len; i++) {
    const GrItemTerms *terms = g_ptr_array_index (card->terms, i);

    gr_terms_row_show_terms (g_ptr_array_index (self->terms_rows, i), terms->supplier_name, terms->terms);
  }
  show_other_suppliers (self, card);
  show_barcodes (self, card);
  self->is_showing = FALSE;
}

static void
gr_item_supply_dispose (GObject *object)
{
  GrItemSupply *self = GR_ITEM_SUPPLY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_item_supply_parent_class)->dispose (object);
}

static void
gr_item_supply_finalize (GObject *object)
{
  GrItemSupply *self = GR_ITEM_SUPPLY (object);

  g_array_unref (self->supplier_ids);
  g_ptr_array_unref (self->terms_rows);
  g_ptr_array_unref (self->barcode_rows);
  G_OBJECT_CLASS (gr_item_supply_parent_class)->finalize (object);
}

static void
gr_item_supply_class_init (GrItemSupplyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_supply_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_item_supply_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-supply.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemSupply, box);
  gtk_widget_class_bind_template_child (widget_class, GrItemSupply, terms_group);
  gtk_widget_class_bind_template_child (widget_class, GrItemSupply, supplier_row);
  gtk_widget_class_bind_template_child (widget_class, GrItemSupply, barcode_group);
  gtk_widget_class_bind_template_child (widget_class, GrItemSupply, barcode_row);
  gtk_widget_class_bind_template_callback (widget_class, supplier_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_barcode_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_supply_init (GrItemSupply *self)
{
  self->supplier_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->terms_rows = g_ptr_array_new();
  self->barcode_rows = g_ptr_array_new();
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_let_in (self->barcode_row);
}
