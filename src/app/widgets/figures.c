#include "figures.h"

struct _GrFigures {
  GtkWidget parent_instance;

  GtkWidget *flow;
  GHashTable *values; /* title -> GtkLabel */
};

G_DEFINE_FINAL_TYPE (GrFigures, gr_figures, GTK_TYPE_WIDGET)

static void
gr_figures_dispose (GObject *object)
{
  g_clear_pointer (&GR_FIGURES (object)->flow, gtk_widget_unparent);
  g_clear_pointer (&GR_FIGURES (object)->values, g_hash_table_unref);
  G_OBJECT_CLASS (gr_figures_parent_class)->dispose (object);
}

static void
gr_figures_class_init (GrFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gr_figures_init (GrFigures *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->flow = gtk_flow_box_new();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->flow), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 8);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_widget_set_can_focus (self->flow, FALSE); /* its children would claim the focus and show nothing of it */
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

static GtkWidget *
add_figure (GrFigures *self, const char *title, const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *value = gtk_label_new (NULL);
  GtkWidget *child = gtk_flow_box_child_new();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (value, "figure");
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_set_tooltip_text (box, tooltip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_hash_table_insert (self->values, g_strdup (title), value);
  return value;
}

/**
 * gr_figures_set:
 * @title: a new one is added at the end
 * @tooltip: (nullable): explains the title in a sentence
 * @value: (nullable): %NULL shows nothing of it
 */
void
gr_figures_set (GrFigures *self, const char *title, const char *tooltip, const char *value)
{
  GtkWidget *label;

  g_return_if_fail (GR_IS_FIGURES (self));

  label = g_hash_table_lookup (self->values, title);
  if (!label)
    label = add_figure (self, title, tooltip);
  gtk_label_set_text (GTK_LABEL (label), value ? value : "");
  gtk_widget_set_visible (gtk_widget_get_ancestor (label, GTK_TYPE_FLOW_BOX_CHILD), value != NULL);
}
