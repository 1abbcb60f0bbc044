#include "table-column.h"

#include "models/row.h"

typedef struct {
  const GrTableColumn *column;
  gpointer user_data;
} Cell;

static void
show_row (GtkListItem *list_item, const Cell *cell)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  gpointer data = gr_row_get_data (gtk_list_item_get_item (list_item));
  const GrTableColumn *column = cell->column;

  if (column->kind == GR_CELL_BADGE) {
    GrBadgeFace face = {NULL};

    if (data)
      face = column->face (data, cell->user_data);
    gr_badge_set_face (GR_BADGE (child), &face);
  } else {
    g_autofree char *text = data ? column->text (data, cell->user_data) : g_strdup ("—");

    gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  }
}

static void
row_changed_cb (GrRow *row, GtkListItem *list_item)
{
  show_row (list_item, g_object_get_data (G_OBJECT (list_item), "cell"));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  gboolean is_number = cell->column->kind == GR_CELL_NUMBER;
  GtkWidget *child;

  g_object_set_data (G_OBJECT (list_item), "cell", cell);
  if (cell->column->kind == GR_CELL_BADGE) {
    gtk_list_item_set_child (list_item, gr_badge_new());
    return;
  }
  child = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (child), is_number ? 1 : 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (child), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (child, "numeric");
  gtk_list_item_set_child (list_item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  g_signal_connect (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (row_changed_cb), list_item);
  show_row (list_item, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), row_changed_cb, list_item);
}

/**
 * gr_table_column_make_factory:
 * @column: must live as long as the factory
 *
 * Returns: (transfer full): what makes and fills the column's cells
 */
GtkListItemFactory *
gr_table_column_make_factory (const GrTableColumn *column, gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){column, user_data};
  g_object_set_data_full (G_OBJECT (factory), "cell", cell, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cell);
  return factory;
}
