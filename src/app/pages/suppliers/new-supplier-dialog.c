#include "new-supplier-dialog.h"

#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/catalogue/save-supplier.h"

#include <glib/gi18n.h>

struct _GrNewSupplierDialog {
  AdwWindow parent_instance;

  GtkWidget *name;
  GtkWidget *lead_time;
  GtkWidget *message;
  GtkWidget *create;
  GrFrame *frame;
};

G_DEFINE_FINAL_TYPE (GrNewSupplierDialog, gr_new_supplier_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static GrSupplier *
read_supplier (GrNewSupplierDialog *self, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  g_autofree char *days = read_row (self->lead_time);
  GrAmountRule rule = {.digits = 0, .unit = _ ("d|day|days")};
  gint64 number = supplier->lead_time_days;

  supplier->name = read_row (self->name);
  if (*days && !gr_parse_amount (days, &rule, &number, error))
    return NULL;
  supplier->lead_time_days = (int) CLAMP (number, -1, G_MAXINT);
  if (!gr_supplier_check (supplier, error))
    return NULL;
  return g_steal_pointer (&supplier);
}

/* The draft outlives the program: it is kept until the supplier is added or the dialog cancelled. */
static void
check_cb (GrNewSupplierDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) supplier = NULL;
  g_autofree char *name = read_row (self->name);
  g_autofree char *days = read_row (self->lead_time);

  if (!self->frame)
    return;
  supplier = read_supplier (self, &error);
  gtk_widget_set_sensitive (self->create, supplier != NULL);
  gtk_label_set_text (GTK_LABEL (self->message), (*name || *days) && error ? error->message : "");
  gr_settings_set_string (gr_frame_get_settings (self->frame), "supplier-draft", name);
}

static void
cancel_cb (GrNewSupplierDialog *self)
{
  gr_settings_set_string (gr_frame_get_settings (self->frame), "supplier-draft", "");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_cb (GrNewSupplierDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) supplier = read_supplier (self, &error);
  g_autoptr (GrFrame) frame = g_object_ref (self->frame);
  gint64 id = supplier ? gr_shop_save_supplier (gr_frame_get_shop (frame), supplier, &error) : 0;

  if (id == 0) {
    gtk_label_set_text (GTK_LABEL (self->message), error->message);
    return;
  }
  cancel_cb (self);
  gr_frame_offer_undo (frame, NULL);
  gr_frame_show_supplier (frame, id);
}

static void
gr_new_supplier_dialog_class_init (GrNewSupplierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/granary/Granary/pages/suppliers/new-supplier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, lead_time);
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_new_supplier_dialog_init (GrNewSupplierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gr_decimal_key_add (GTK_EDITABLE (self->lead_time));
}

/**
 * gr_new_supplier_dialog_present:
 *
 * Asks for a new supplier, adds it and shows it. What was typed before a crash is there again.
 */
void
gr_new_supplier_dialog_present (GrFrame *frame)
{
  GrNewSupplierDialog *self =
      g_object_new (GR_TYPE_NEW_SUPPLIER_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);
  g_autofree char *draft = gr_settings_get_string (gr_frame_get_settings (frame), "supplier-draft");

  gtk_editable_set_text (GTK_EDITABLE (self->name), draft);
  self->frame = frame;
  check_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name);
}
