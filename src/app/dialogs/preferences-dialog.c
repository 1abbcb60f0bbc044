#include "preferences-dialog.h"

#include "app/frame/edit-outcome.h"
#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/widgets/edit-row.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/access/voice.h"

#include <glib/gi18n.h>
#include <math.h>

struct _GrPreferencesDialog {
  AdwPreferencesWindow parent_instance;

  GtkWidget *name_row;
  GtkWidget *currency_row;
  GtkWidget *service_level;
  GrFrame *frame;
};

G_DEFINE_FINAL_TYPE (GrPreferencesDialog, gr_preferences_dialog, ADW_TYPE_PREFERENCES_WINDOW)

static void
say (GrPreferencesDialog *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

/* What is being typed just now stays. */
static void
show_shop (GrPreferencesDialog *self)
{
  GrShop *shop = gr_frame_get_shop (self->frame);

  gr_edit_row_set_value (GR_EDIT_ROW (self->name_row), gr_shop_name (shop));
  gr_edit_row_set_value (GR_EDIT_ROW (self->currency_row), gr_shop_currency (shop));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->service_level), gr_shop_service_level (shop) * 100);
}

static void
changed_cb (GrPreferencesDialog *self, guint what)
{
  if (what & GR_NOUN_SETTINGS)
    show_shop (self);
}

/* Each setting is a deed of its own, done when its field is left. */
static void
renamed_cb (GrEditRow *row, const char *text, GrPreferencesDialog *self)
{
  GrShop *shop = gr_frame_get_shop (self->frame);
  gboolean is_name = GTK_WIDGET (row) == self->name_row;
  g_autofree char *currency = g_ascii_strup (text, -1);
  g_autoptr (GError) error = NULL;

  if (!gr_shop_rename (shop, is_name ? text : NULL, is_name ? NULL : currency, &error))
    gr_edit_failed (row, shop, error);
}

static void
level_changed_cb (GrPreferencesDialog *self)
{
  GrShop *shop = gr_frame_get_shop (self->frame);
  double level = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->service_level)) / 100;
  g_autoptr (GError) error = NULL;

  if (fabs (level - gr_shop_service_level (shop)) < 1e-6)
    return;
  if (!gr_shop_set_service_level (shop, NULL, level, &error))
    say (self, error->message);
}

static int
level_typed_cb (GrPreferencesDialog *self, double *level)
{
  GrAmountRule rule = {.digits = 3, .unit = "%"};
  g_autoptr (GError) error = NULL;
  gint64 thousandths;

  if (!gr_parse_amount (gtk_editable_get_text (GTK_EDITABLE (self->service_level)), &rule, &thousandths, &error)) {
    say (self, error->message);
    return GTK_INPUT_ERROR;
  }
  *level = (double) thousandths / 1000;
  return TRUE;
}

/* While the frame is there still. */
static gboolean
gr_preferences_dialog_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (gr_preferences_dialog_parent_class)->close_request (window);
}

static void
gr_preferences_dialog_class_init (GrPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = gr_preferences_dialog_close_request;
  g_type_ensure (GR_TYPE_EDIT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/dialogs/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GrPreferencesDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, GrPreferencesDialog, service_level);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
}

static void
gr_preferences_dialog_init (GrPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_decimal_key_add (GTK_EDITABLE (self->service_level));
  g_signal_connect_swapped (self->service_level, "input", G_CALLBACK (level_typed_cb), self);
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), NULL);
}

/**
 * gr_preferences_dialog_present:
 *
 * The shop's own settings; there must be one.
 */
void
gr_preferences_dialog_present (GrFrame *frame)
{
  GrPreferencesDialog *self =
      g_object_new (GR_TYPE_PREFERENCES_DIALOG, "transient-for", gr_frame_get_window (frame), NULL);

  self->frame = frame;
  show_shop (self);
  g_signal_connect_object (
      self->service_level, "value-changed", G_CALLBACK (level_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gr_frame_get_shop (frame), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
