#include "item-why.h"

#include "app/widgets/access/one-stop.h"

#include <glib/gi18n.h>

struct _GrItemWhy {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *sentence;
  GtkWidget *toggle;
  GtkWidget *lines;
  const GrExplanation *explanation; /* borrowed */
};

G_DEFINE_FINAL_TYPE (GrItemWhy, gr_item_why, GTK_TYPE_WIDGET)

static void
gr_item_why_dispose (GObject *object)
{
  g_clear_pointer (&GR_ITEM_WHY (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_item_why_parent_class)->dispose (object);
}

static void fill_lines (GrItemWhy *self);

static void
gr_item_why_class_init (GrItemWhyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_why_dispose;
  g_type_ensure (GR_TYPE_ONE_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-why.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemWhy, box);
  gtk_widget_class_bind_template_child (widget_class, GrItemWhy, sentence);
  gtk_widget_class_bind_template_child (widget_class, GrItemWhy, toggle);
  gtk_widget_class_bind_template_child (widget_class, GrItemWhy, lines);
  gtk_widget_class_bind_template_callback (widget_class, fill_lines);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_why_init (GrItemWhy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_line (const GrExplanationLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = make_label (line->value, 1, "numeric");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (line->label, 0, NULL));
  if (line->formula) {
    GtkWidget *formula = make_label (line->formula, 0, "caption");

    gtk_widget_add_css_class (formula, "dim-label");
    gtk_box_append (GTK_BOX (words), formula);
  }
  gtk_label_set_wrap (GTK_LABEL (value), FALSE); /* it is the words that give way */
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), value);
  gtk_widget_add_css_class (row, "why-line");
  return row;
}

static void
add_line (GrItemWhy *self, const GrExplanationLine *line)
{
  GtkWidget *row = gtk_list_box_row_new();
  g_autofree char *name = g_strdup_printf ("%s %s", line->label, line->value);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_line (line));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->lines), row);
}

/* Where the keyboard is in the lines; -1: it is elsewhere. */
static int
focused_line (GrItemWhy *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->lines);

  return row ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The lines are made when somebody wants to see them. Where they are made anew, as after a change, the keyboard stays.
 */
static void
fill_lines (GrItemWhy *self)
{
  const GPtrArray *lines = self->explanation ? self->explanation->lines : NULL;
  int focused = focused_line (self);
  GtkWidget *child;

  if (lines && !gr_item_why_is_open (self))
    return;
  while ((child = gtk_widget_get_first_child (self->lines)))
    gtk_list_box_remove (GTK_LIST_BOX (self->lines), child);
  for (guint i = 0; lines && i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
  if (focused >= 0 && lines && lines->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lines), MIN (focused, (int) lines->len - 1))));
}

/**
 * gr_item_why_show_explanation:
 * @explanation: (nullable): %NULL where nothing was planned yet; must live until another one is shown
 */
void
gr_item_why_show_explanation (GrItemWhy *self, const GrExplanation *explanation)
{
  g_return_if_fail (GR_IS_ITEM_WHY (self));

  self->explanation = explanation;
  gtk_label_set_text (GTK_LABEL (self->sentence),
      explanation ? explanation->sentence : _ ("There is no forecast yet: plan now to see what to order."));
  gtk_widget_set_visible (self->toggle, explanation != NULL);
  fill_lines (self);
}

/**
 * gr_item_why_set_open:
 *
 * Shows the numbers or hides them; the keyboard does not go with them.
 */
void
gr_item_why_set_open (GrItemWhy *self, gboolean is_open)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GR_IS_ITEM_WHY (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  if (!is_open && focus && gtk_widget_is_ancestor (focus, self->lines))
    gtk_widget_grab_focus (self->toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), is_open);
}

gboolean
gr_item_why_is_open (GrItemWhy *self)
{
  g_return_val_if_fail (GR_IS_ITEM_WHY (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}
