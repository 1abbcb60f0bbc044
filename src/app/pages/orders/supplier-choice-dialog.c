#include "supplier-choice-dialog.h"

#include "app/frame/reading.h"
#include "app/text/format.h"
#include "app/widgets/access/one-stop.h"
#include "app/widgets/scan-keys.h"

#include "shop/catalogue/supplier-view.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 200

/**
 * GrSupplierChoiceDialog:
 *
 * Asks whom to order from: typing narrows the list, Enter takes the first.
 */
struct _GrSupplierChoiceDialog {
  AdwWindow parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GrFrame *frame;
  GrSupplierChosen chosen;
};

G_DEFINE_FINAL_TYPE (GrSupplierChoiceDialog, gr_supplier_choice_dialog, ADW_TYPE_WINDOW)

/* What makes the choice easy: what waits to be ordered there. */
static char *
describe (const GrSupplierRow *row, GrShop *shop)
{
  g_autofree char *money = NULL;

  if (row->n_suggestions > 0) {
    money = gr_format_money_currency (row->suggested_value, gr_shop_currency_digits (shop), gr_shop_currency (shop));
    return g_strdup_printf (ngettext ("%d item suggested, %s", "%d items suggested, %s", (gulong) row->n_suggestions),
        row->n_suggestions, money);
  }
  return g_strdup_printf (ngettext ("%d item", "%d items", (gulong) row->n_items), row->n_items);
}

static GtkWidget *
make_row (const GrSupplierRow *supplier, GrShop *shop)
{
  GtkWidget *row = adw_action_row_new();
  g_autofree char *title = g_markup_escape_text (supplier->name, -1);
  g_autofree char *plain = describe (supplier, shop);
  g_autofree char *subtitle = g_markup_escape_text (plain, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (
      G_OBJECT (row), "supplier-id", g_memdup2 (&supplier->supplier_id, sizeof supplier->supplier_id), g_free);
  return row;
}

static void
show_suppliers_cb (GrSupplierChoiceDialog *self)
{
  GrShop *shop = gr_frame_get_shop (self->frame);
  g_autofree char *search = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) suppliers = shop ? gr_shop_suppliers (shop, *search ? search : NULL, &error) : NULL;
  GtkListBoxRow *row;

  if (error)
    gr_reading_failed (self, error);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; suppliers && i < MIN (suppliers->len, MAX_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (suppliers, i), shop));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
row_activated_cb (GrSupplierChoiceDialog *self, GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "supplier-id");
  GrFrame *frame = self->frame;
  GrSupplierChosen chosen = self->chosen;

  gtk_window_destroy (GTK_WINDOW (self));
  chosen (frame, id);
}

static void
activate_cb (GrSupplierChoiceDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row)
    row_activated_cb (self, row);
}

static gboolean
key_cb (GrSupplierChoiceDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = step && index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;

  if (next)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  return step != 0;
}

static void
gr_supplier_choice_dialog_class_init (GrSupplierChoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GR_TYPE_ONE_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/granary/Granary/pages/orders/supplier-choice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrSupplierChoiceDialog, search);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierChoiceDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, show_suppliers_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_supplier_choice_dialog_init (GrSupplierChoiceDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new();

  gtk_widget_init_template (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
}

/**
 * gr_supplier_choice_dialog_present:
 * @chosen: called with the supplier, unless the dialog is closed
 */
void
gr_supplier_choice_dialog_present (GrFrame *frame, GrSupplierChosen chosen)
{
  GrSupplierChoiceDialog *self =
      g_object_new (GR_TYPE_SUPPLIER_CHOICE_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  self->frame = frame;
  self->chosen = chosen;
  show_suppliers_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->search);
}
