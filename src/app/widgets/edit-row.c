#include "edit-row.h"

struct _GrEditRow {
  AdwEntryRow parent_instance;

  char *value;
  gboolean is_committing;
};

enum { COMMITTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrEditRow, gr_edit_row, ADW_TYPE_ENTRY_ROW)

static void
commit (GrEditRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (self->is_committing || g_str_equal (text, self->value))
    return;
  self->is_committing = TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[COMMITTED], 0, text);
  self->is_committing = FALSE;
  g_object_unref (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GrEditRow *self)
{
  if (key != GDK_KEY_Escape || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->value))
    return GDK_EVENT_PROPAGATE;
  gr_edit_row_set_value (self, NULL);
  return GDK_EVENT_STOP;
}

static void
gr_edit_row_finalize (GObject *object)
{
  g_free (GR_EDIT_ROW (object)->value);
  G_OBJECT_CLASS (gr_edit_row_parent_class)->finalize (object);
}

static void
gr_edit_row_class_init (GrEditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_edit_row_finalize;
  signals[COMMITTED] = g_signal_new (
      "committed", GR_TYPE_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gr_edit_row_init (GrEditRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new();
  GtkEventController *key = gtk_event_controller_key_new();

  self->value = g_strdup ("");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit), NULL);
}

GtkWidget *
gr_edit_row_new (const char *title)
{
  return g_object_new (GR_TYPE_EDIT_ROW, "title", title, NULL);
}

/**
 * gr_edit_row_set_value:
 * @value: (nullable): what stands in the file; %NULL for what was set last
 */
void
gr_edit_row_set_value (GrEditRow *self, const char *value)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  if (value && value != self->value) {
    g_free (self->value);
    self->value = g_strdup (value);
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->value))
    gtk_editable_set_text (GTK_EDITABLE (self), self->value);
}

/**
 * gr_edit_row_refuse:
 *
 * What was typed stays, marked as wrong.
 */
void
gr_edit_row_refuse (GrEditRow *self, const char *why)
{
  g_return_if_fail (GR_IS_EDIT_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why);
}
