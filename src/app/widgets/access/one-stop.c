#include "one-stop.h"

struct _GrOneStop {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (GrOneStop, gr_one_stop, ADW_TYPE_BIN)

/**
 * gr_one_stop_leaves:
 *
 * For the focus() of a list, and of an entry with things around it: GTK 4.8 would go from row to row, or ask the
 * container itself at the end and stay there.
 *
 * Returns: whether Tab shall leave @widget, as the focus is inside
 */
gboolean
gr_one_stop_leaves (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus &&
         gtk_widget_is_ancestor (focus, widget);
}

static gboolean
gr_one_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gr_one_stop_leaves (widget, direction))
    return FALSE;
  return GTK_WIDGET_CLASS (gr_one_stop_parent_class)->focus (widget, direction);
}

static void
gr_one_stop_class_init (GrOneStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = gr_one_stop_focus;
}

static void
gr_one_stop_init (GrOneStop *self)
{
}
