#include "badge.h"

#include <glib/gi18n.h>

struct _GrBadge {
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  char *style;
};

G_DEFINE_FINAL_TYPE (GrBadge, gr_badge, GTK_TYPE_WIDGET)

static void
gr_badge_dispose (GObject *object)
{
  GrBadge *self = GR_BADGE (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->style, g_free);
  G_OBJECT_CLASS (gr_badge_parent_class)->dispose (object);
}

static void
gr_badge_class_init (GrBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_badge_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "badge");
}

static void
gr_badge_init (GrBadge *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->icon = gtk_image_new();
  self->label = gtk_inscription_new ("");
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->label), 1);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
gr_badge_new (void)
{
  return g_object_new (GR_TYPE_BADGE, NULL);
}

void
gr_badge_set_face (GrBadge *self, const GrBadgeFace *face)
{
  g_return_if_fail (GR_IS_BADGE (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), face->icon_name);
  gtk_widget_set_visible (self->icon, face->icon_name != NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), face->text ? face->text : "");
  if (g_strcmp0 (self->style, face->style) == 0)
    return;
  if (self->style)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  if (face->style)
    gtk_widget_add_css_class (GTK_WIDGET (self), face->style);
  g_free (self->style);
  self->style = g_strdup (face->style);
}

/**
 * gr_badge_face_of_health:
 *
 * Colour, icon and word of a stock health, the same wherever it is shown.
 */
GrBadgeFace
gr_badge_face_of_health (GrStockHealth health)
{
  const char *word = gr_stock_health_title (health);

  switch (health) {
  case GR_HEALTH_STOCKED_OUT:
    return (GrBadgeFace){"dialog-error-symbolic", word, "error"};
  case GR_HEALTH_POTENTIAL_STOCK_OUT:
    return (GrBadgeFace){"dialog-warning-symbolic", word, "warning"};
  case GR_HEALTH_SURPLUS_ORDERS:
    return (GrBadgeFace){"gr-surplus-symbolic", word, "surplus"};
  case GR_HEALTH_EXCESS:
    return (GrBadgeFace){"gr-excess-symbolic", word, "accent"};
  case GR_HEALTH_OK:
    return (GrBadgeFace){"object-select-symbolic", word, NULL};
  case GR_HEALTH_NEW:
    return (GrBadgeFace){"starred-symbolic", word, "dim-label"};
  case GR_HEALTH_NONE:
  default:
    return (GrBadgeFace){NULL, word, "dim-label"};
  }
}

/**
 * gr_badge_face_of_stock:
 *
 * The health's, but where the books say less than nothing: that is an error to mend before all else.
 */
GrBadgeFace
gr_badge_face_of_stock (GrStockHealth health, GrQty on_hand)
{
  if (on_hand < 0)
    return (GrBadgeFace){"list-remove-symbolic", _ ("Below zero"), "error"};
  return gr_badge_face_of_health (health);
}
