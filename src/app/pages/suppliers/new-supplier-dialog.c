#include "new-supplier-dialog.h"

#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/catalogue/save-supplier.h"

#include <glib/gi18n.h>

typedef enum { FIELD_NAME, FIELD_LEAD_TIME, FIELD_MINIMUM, FIELD_PAYMENT, FIELD_EMAIL, FIELD_PHONE, N_FIELDS } Field;

static const char *const titles[N_FIELDS] = {
    [FIELD_NAME] = N_ ("Name"),
    [FIELD_LEAD_TIME] = N_ ("Lead time (days)"),
    [FIELD_MINIMUM] = N_ ("Minimum order value"),
    [FIELD_PAYMENT] = N_ ("Payment due (days)"),
    [FIELD_EMAIL] = N_ ("Email"),
    [FIELD_PHONE] = N_ ("Phone"),
};

struct _GrNewSupplierDialog {
  AdwWindow parent_instance;

  GtkWidget *group;
  GtkWidget *rows[N_FIELDS];
  GtkWidget *message;
  GtkWidget *create;
  GrFrame *frame;
};

G_DEFINE_FINAL_TYPE (GrNewSupplierDialog, gr_new_supplier_dialog, ADW_TYPE_WINDOW)

static char *
read_text (GrNewSupplierDialog *self, Field field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[field]))));
}

static char *
read_text_or_nothing (GrNewSupplierDialog *self, Field field)
{
  g_autofree char *text = read_text (self, field);

  return *text ? g_steal_pointer (&text) : NULL;
}

/* An empty field says nothing: the number stays as it is. */
static gboolean
read_number (GrNewSupplierDialog *self, Field field, const GrAmountRule *rule, gint64 *number, GError **error)
{
  g_autofree char *text = read_text (self, field);

  return !*text || gr_parse_amount (text, rule, number, error);
}

static gboolean
read_days (GrNewSupplierDialog *self, Field field, int *days, GError **error)
{
  const GrAmountRule rule = {.digits = 0, .unit = _ ("d|day|days")};
  gint64 number = *days;

  if (!read_number (self, field, &rule, &number, error))
    return FALSE;
  *days = (int) CLAMP (number, -1, G_MAXINT);
  return TRUE;
}

static GrSupplier *
read_supplier (GrNewSupplierDialog *self, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  GrShop *shop = gr_frame_get_shop (self->frame);
  const GrAmountRule money = {.digits = gr_shop_currency_digits (shop), .unit = gr_shop_currency (shop)};

  supplier->name = read_text (self, FIELD_NAME);
  supplier->email = read_text_or_nothing (self, FIELD_EMAIL);
  supplier->phone = read_text_or_nothing (self, FIELD_PHONE);
  if (!read_days (self, FIELD_LEAD_TIME, &supplier->lead_time_days, error) ||
      !read_number (self, FIELD_MINIMUM, &money, &supplier->minimum_order_value, error) ||
      !read_days (self, FIELD_PAYMENT, &supplier->payment_terms_days, error) ||
      !gr_shop_check_new_supplier (shop, supplier, error))
    return NULL;
  return g_steal_pointer (&supplier);
}

/* The draft outlives the program: it is kept until the supplier is added or the dialog cancelled. */
static void
keep_draft (GrNewSupplierDialog *self)
{
  GString *draft = g_string_new (NULL);

  for (Field field = 0; field < N_FIELDS; field++)
    g_string_append_printf (draft, "%s%s", field ? "\t" : "", gtk_editable_get_text (GTK_EDITABLE (self->rows[field])));
  gr_settings_set_string (gr_frame_get_settings (self->frame), "supplier-draft", draft->str);
  g_string_free (draft, TRUE);
}

static void
recall_draft (GrNewSupplierDialog *self)
{
  g_autofree char *draft = gr_settings_get_string (gr_frame_get_settings (self->frame), "supplier-draft");
  g_auto (GStrv) texts = g_strsplit (draft, "\t", -1);

  for (Field field = 0; field < N_FIELDS && texts[field]; field++)
    gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), texts[field]);
}

/* A name that is not written yet is no fault; what is written and can't be is one. */
static void
changed_cb (GrNewSupplierDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSupplier) supplier = NULL;
  g_autofree char *name = NULL;

  if (!self->frame)
    return;
  name = read_text (self, FIELD_NAME);
  supplier = read_supplier (self, &error);
  gtk_widget_set_sensitive (self->create, supplier != NULL);
  gtk_label_set_text (GTK_LABEL (self->message), error ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
  gtk_widget_add_css_class (self->message, *name ? "error" : "dim-label");
  gtk_widget_remove_css_class (self->message, *name ? "dim-label" : "error");
  keep_draft (self);
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
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, group);
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GrNewSupplierDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_new_supplier_dialog_init (GrNewSupplierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Field field = 0; field < N_FIELDS; field++) {
    self->rows[field] = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ (titles[field]), "activates-default", TRUE, NULL);
    g_signal_connect_object (self->rows[field], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    if (field >= FIELD_LEAD_TIME && field <= FIELD_PAYMENT)
      gr_decimal_key_add (GTK_EDITABLE (self->rows[field]));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->rows[field]);
  }
  gtk_editable_set_text (GTK_EDITABLE (self->rows[FIELD_LEAD_TIME]), "7");
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
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

  self->frame = frame;
  recall_draft (self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->rows[FIELD_NAME]);
}
