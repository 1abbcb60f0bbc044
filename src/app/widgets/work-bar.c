#include "work-bar.h"

#include <glib/gi18n.h>

#define SHOW_AFTER_MS 300

struct _GrWorkBar {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *cancel;
  GCancellable *cancellable; /* while something works */
  guint show_id;
};

enum { BUSY_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrWorkBar, gr_work_bar, GTK_TYPE_WIDGET)

static void
cancel_cb (GrWorkBar *self)
{
  gr_work_bar_cancel (self);
}

static void
gr_work_bar_dispose (GObject *object)
{
  GrWorkBar *self = GR_WORK_BAR (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_work_bar_parent_class)->dispose (object);
}

static void
gr_work_bar_class_init (GrWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_work_bar_dispose;
  signals[BUSY_CHANGED] =
      g_signal_new ("busy-changed", GR_TYPE_WORK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/widgets/work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GrWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GrWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, GrWorkBar, bar);
  gtk_widget_class_bind_template_child (widget_class, GrWorkBar, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_work_bar_init (GrWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
show_cb (gpointer data)
{
  GrWorkBar *self = data;

  self->show_id = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * gr_work_bar_begin:
 *
 * Only one work at a time: gr_work_bar_is_busy() must be %FALSE.
 *
 * Returns: (transfer none): what Cancel triggers; lives until gr_work_bar_end()
 */
GCancellable *
gr_work_bar_begin (GrWorkBar *self, const char *title)
{
  g_return_val_if_fail (GR_IS_WORK_BAR (self), NULL);
  g_return_val_if_fail (!self->cancellable, NULL);

  self->cancellable = g_cancellable_new();
  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  self->show_id = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  g_signal_emit (self, signals[BUSY_CHANGED], 0);
  return self->cancellable;
}

/**
 * gr_work_bar_report:
 * @what: (nullable): what is being done now
 * @fraction: 0..1, or below 0 where unknown
 */
void
gr_work_bar_report (GrWorkBar *self, const char *what, double fraction)
{
  g_return_if_fail (GR_IS_WORK_BAR (self));

  if (!self->cancellable || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (what)
    gtk_label_set_text (GTK_LABEL (self->label), what);
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (fraction, 1));
}

void
gr_work_bar_end (GrWorkBar *self)
{
  g_return_if_fail (GR_IS_WORK_BAR (self));

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->revealer)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  g_signal_emit (self, signals[BUSY_CHANGED], 0);
}

gboolean
gr_work_bar_is_busy (GrWorkBar *self)
{
  g_return_val_if_fail (GR_IS_WORK_BAR (self), FALSE);
  return self->cancellable != NULL;
}

void
gr_work_bar_cancel (GrWorkBar *self)
{
  g_return_if_fail (GR_IS_WORK_BAR (self));

  if (!self->cancellable)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), _ ("Stopping…"));
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
}
