#include "table-header.h"

#include <glib/gi18n.h>

#define HEADER_PADDING 14 /* on both sides, with the line between two columns */

/**
 * gr_table_header_title:
 * @unit: (nullable): what the column's numbers count
 *
 * Returns: (transfer full): "Value (EUR)"; nothing for a column without a title
 */
char *
gr_table_header_title (const GrTableColumn *column, const char *unit)
{
  const char *title = *column->title ? _ (column->title) : ""; /* "" is what a translation's own head goes by */

  return unit && *unit ? g_strdup_printf ("%s (%s)", title, unit) : g_strdup (title);
}

/**
 * gr_table_header_width:
 * @view: the column view
 *
 * Returns: what a column with this title needs so that none of it is cut off, in pixels
 */
int
gr_table_header_width (GtkWidget *view, const char *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, title);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + HEADER_PADDING;
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *label = find_label (child);

    if (label)
      return label;
  }
  return NULL;
}

/* The title stands over its numbers, the sign of the order before it. */
static void
align_right (GtkWidget *label)
{
  GtkWidget *box = gtk_widget_get_parent (label);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (GTK_IS_BOX (box))
    gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
}

/**
 * gr_table_header_dress:
 * @view: a column view with just these columns, in their order
 *
 * Puts titles over their numbers and makes them explain themselves; GTK 4.8 has no call for either.
 */
void
gr_table_header_dress (GtkWidget *view, const GrTableColumn *columns, gsize n)
{
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *title = header ? gtk_widget_get_first_child (header) : NULL;

  if (header)
    gtk_widget_set_focusable (header, FALSE); /* nor does it take the keyboard */
  for (gsize i = 0; i < n && title; i++, title = gtk_widget_get_next_sibling (title)) {
    GtkWidget *label = find_label (title);

    if (columns[i].tooltip)
      gtk_widget_set_tooltip_text (title, _ (columns[i].tooltip));
    if (label && (columns[i].kind == GR_CELL_NUMBER || columns[i].kind == GR_CELL_EDITABLE))
      align_right (label);
  }
}
