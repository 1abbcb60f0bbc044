#include "new-item-dialog.h"

#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "shop/catalogue/save-item.h"

#include <glib/gi18n.h>

struct _GrNewItemDialog {
  AdwWindow parent_instance;

  GtkWidget *description;
  GtkWidget *code;
  GtkWidget *family;
  GtkWidget *unit;
  GtkWidget *cost;
  GtkWidget *price;
  GtkWidget *message;
  GtkWidget *create;
  GrFrame *frame;
};

G_DEFINE_FINAL_TYPE (GrNewItemDialog, gr_new_item_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_price (GrNewItemDialog *self, GtkWidget *row, GrPrice *price, GError **error)
{
  g_autofree char *text = read_row (row);
  GrAmountRule rule = {.digits = GR_PRICE_DIGITS, .unit = gr_shop_currency (gr_frame_get_shop (self->frame))};

  *price = 0;
  return !*text || gr_parse_amount (text, &rule, price, error);
}

static GrItem *
read_item (GrNewItemDialog *self, GError **error)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autofree char *family = read_row (self->family);
  g_autofree char *unit = read_row (self->unit);

  g_free (item->code);
  item->code = read_row (self->code);
  g_free (item->description);
  item->description = read_row (self->description);
  if (*family) {
    g_free (item->family);
    item->family = g_steal_pointer (&family);
  }
  if (*unit) {
    g_free (item->unit);
    item->unit = g_steal_pointer (&unit);
  }
  if (!read_price (self, self->cost, &item->unit_cost, error) ||
      !read_price (self, self->price, &item->unit_price, error) || !gr_item_check (item, error))
    return NULL;
  return g_steal_pointer (&item);
}

/* The draft outlives the program: it is kept until the item is made or the dialog cancelled. */
static void
keep_draft (GrNewItemDialog *self)
{
  GtkWidget *rows[] = {self->description, self->code, self->family, self->unit, self->cost, self->price};
  GString *draft = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (draft, "%s%s", i ? "\t" : "", gtk_editable_get_text (GTK_EDITABLE (rows[i])));
  gr_settings_set_string (gr_frame_get_settings (self->frame), "item-draft", draft->str);
  g_string_free (draft, TRUE);
}

static void
recall_draft (GrNewItemDialog *self)
{
  GtkWidget *rows[] = {self->description, self->code, self->family, self->unit, self->cost, self->price};
  g_autofree char *draft = gr_settings_get_string (gr_frame_get_settings (self->frame), "item-draft");
  g_auto (GStrv) texts = g_strsplit (draft, "\t", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows) && texts[i]; i++)
    gtk_editable_set_text (GTK_EDITABLE (rows[i]), texts[i]);
}

static void
check_cb (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = NULL;
  g_autofree char *code = read_row (self->code);
  g_autofree char *cost = read_row (self->cost);
  g_autofree char *price = read_row (self->price);

  if (!self->frame)
    return;
  item = read_item (self, &error);
  gtk_widget_set_sensitive (self->create, item != NULL);
  gtk_label_set_text (GTK_LABEL (self->message), (*code || *cost || *price) && error ? error->message : "");
  keep_draft (self);
}

static void
cancel_cb (GrNewItemDialog *self)
{
  gr_settings_set_string (gr_frame_get_settings (self->frame), "item-draft", "");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_cb (GrNewItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = read_item (self, &error);
  g_autoptr (GrFrame) frame = g_object_ref (self->frame);
  gint64 id = item ? gr_shop_save_item (gr_frame_get_shop (frame), item, &error) : 0;

  if (id == 0) {
    gtk_label_set_text (GTK_LABEL (self->message), error->message);
    return;
  }
  cancel_cb (self);
  gr_frame_offer_undo (frame, NULL);
  gr_frame_show_item (frame, id);
}

/* What a scanner reads off the goods is their code, wherever the cursor is. */
static void
scanned_cb (GtkWindow *window, const char *code)
{
  GtkWidget *row = GR_NEW_ITEM_DIALOG (window)->code;

  gtk_editable_set_text (GTK_EDITABLE (row), code);
  gtk_widget_grab_focus (row);
}

static void
gr_new_item_dialog_class_init (GrNewItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/stock/new-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, description);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, code);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, family);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, cost);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, price);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GrNewItemDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_new_item_dialog_init (GrNewItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), scanned_cb);
  gr_decimal_key_add (GTK_EDITABLE (self->cost));
  gr_decimal_key_add (GTK_EDITABLE (self->price));
}

/**
 * gr_new_item_dialog_present:
 *
 * Asks for a new item, makes it and shows it. What was typed before a crash is there again.
 */
void
gr_new_item_dialog_present (GrFrame *frame)
{
  GrNewItemDialog *self = g_object_new (GR_TYPE_NEW_ITEM_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->unit), _ ("pcs"));
  self->frame = frame;
  recall_draft (self);
  check_cb (self);
  gtk_widget_grab_focus (self->description);
  gtk_window_present (GTK_WINDOW (self));
}
