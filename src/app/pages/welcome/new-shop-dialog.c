#include "new-shop-dialog.h"

#include "app/compat.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include "domain/base/money.h"

#include <glib/gi18n.h>
#include <locale.h>

struct _GrNewShopDialog {
  AdwWindow parent_instance;

  GtkWidget *name_row;
  GtkWidget *currency_row;
  GtkWidget *create;
  GrNewShopWanted wanted;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (GrNewShopDialog, gr_new_shop_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static char *
read_currency (GrNewShopDialog *self)
{
  g_autofree char *text = read_row (self->currency_row);

  return g_ascii_strup (text, -1);
}

static void
check_cb (GrNewShopDialog *self)
{
  g_autofree char *name = read_row (self->name_row);
  g_autofree char *currency = read_currency (self);
  gboolean is_currency = gr_currency_is_valid (currency);

  if (is_currency || !*currency)
    gtk_widget_remove_css_class (self->currency_row, "error");
  else
    gtk_widget_add_css_class (self->currency_row, "error");
  gtk_widget_set_sensitive (self->create, *name && is_currency);
}

static void
path_chosen_cb (const char *path, gpointer data)
{
  g_autoptr (GrNewShopDialog) self = data;
  g_autofree char *name = read_row (self->name_row);
  g_autofree char *currency = read_currency (self);
  GtkWindow *parent;

  if (!path)
    return;
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  self->wanted (path, name, currency, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_window_present (parent); /* two windows went at once: the keyboard is not to be lost between them */
}

static void
create_cb (GrNewShopDialog *self)
{
  g_autofree char *name = read_row (self->name_row);
  g_autofree char *file = NULL;

  if (!gtk_widget_get_sensitive (self->create))
    return;
  file = g_strdup_printf ("%s.granary", g_strdelimit (name, "/\\", '-'));
  gr_choose_file_to_save (
      GTK_WINDOW (self), _ ("Where to save the shop file"), GR_FILES_SHOP, file, path_chosen_cb, g_object_ref (self));
}

static void
gr_new_shop_dialog_class_init (GrNewShopDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/welcome/new-shop-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrNewShopDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GrNewShopDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, GrNewShopDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_new_shop_dialog_init (GrNewShopDialog *self)
{
  const char *local = localeconv()->int_curr_symbol;
  g_autofree char *currency = g_strndup (local, 3);

  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->currency_row), gr_currency_is_valid (currency) ? currency : "EUR");
  check_cb (self);
}

/**
 * gr_new_shop_dialog_present:
 *
 * Asks for a new shop's name, currency and file, and has it made.
 */
void
gr_new_shop_dialog_present (GtkWindow *parent, GrNewShopWanted wanted, gpointer data)
{
  GrNewShopDialog *self = g_object_new (GR_TYPE_NEW_SHOP_DIALOG, "transient-for", parent, NULL);

  self->wanted = wanted;
  self->data = data;
  gtk_widget_grab_focus (self->name_row);
  gtk_window_present (GTK_WINDOW (self));
}
