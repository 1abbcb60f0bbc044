#include "banner.h"

struct _GrBanner {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
};

enum { PRESSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrBanner, gr_banner, GTK_TYPE_WIDGET)

static void
pressed_cb (GrBanner *self)
{
  g_signal_emit (self, signals[PRESSED], 0);
}

static void
gr_banner_dispose (GObject *object)
{
  g_clear_pointer (&GR_BANNER (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_banner_parent_class)->dispose (object);
}

static void
gr_banner_class_init (GrBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_banner_dispose;
  signals[PRESSED] = g_signal_new ("pressed", GR_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/widgets/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GrBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, GrBanner, label);
  gtk_widget_class_bind_template_child (widget_class, GrBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_banner_init (GrBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gr_banner_show_text:
 * @button_label: (nullable): a verb, %NULL for no button
 */
void
gr_banner_show_text (GrBanner *self, const char *text, const char *button_label)
{
  g_return_if_fail (GR_IS_BANNER (self));

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->button, button_label != NULL);
  if (button_label)
    gtk_button_set_label (GTK_BUTTON (self->button), button_label);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
gr_banner_hide (GrBanner *self)
{
  g_return_if_fail (GR_IS_BANNER (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
