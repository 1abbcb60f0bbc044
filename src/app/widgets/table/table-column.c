#include "table-column.h"

#include "cell-entry.h"

#include "app/models/row.h"
#include "app/text/align-decimals.h"
#include "app/text/format.h"

#include <glib/gi18n.h>

typedef struct {
  const GrTableColumn *column;
  gpointer user_data;
  int n_decimals;   /* the most that a number of the column had so far */
  GPtrArray *shown; /* GtkListItem: of numbers, which are aligned anew when there are more */
} Cell;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_ptr_array_unref (cell->shown);
  g_free (cell);
}

static void
show_entry (GrCellEntry *entry, gconstpointer data, const Cell *cell)
{
  g_autofree char *text = data ? cell->column->text (data, cell->user_data) : g_strdup ("—");
  gboolean can_edit = data && (!cell->column->can_edit || cell->column->can_edit (data, cell->user_data));

  gr_cell_entry_show (entry, text, can_edit);
}

static char *
number_text (GtkListItem *list_item, const Cell *cell)
{
  gconstpointer data = gr_row_get_data (gtk_list_item_get_item (list_item));

  return data ? cell->column->text (data, cell->user_data) : g_strdup (GR_UNKNOWN_TEXT);
}

static void
align (GtkListItem *list_item, const Cell *cell)
{
  g_autofree char *text = number_text (list_item, cell);
  g_autofree char *aligned = gr_align_decimals (text, cell->n_decimals);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), aligned);
}

/* Decimals stand below each other; a column of whole numbers keeps no room for any. */
static void
show_number (GtkListItem *list_item, Cell *cell)
{
  g_autofree char *text = number_text (list_item, cell);
  int n_decimals = gr_count_decimals (text);

  if (n_decimals > cell->n_decimals) {
    cell->n_decimals = n_decimals;
    for (guint i = 0; i < cell->shown->len; i++)
      align (g_ptr_array_index (cell->shown, i), cell);
  }
  align (list_item, cell);
}

static void
show_row (GtkListItem *list_item, Cell *cell)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  gpointer data = gr_row_get_data (gtk_list_item_get_item (list_item));
  const GrTableColumn *column = cell->column;
  g_autofree char *text = NULL;
  GrBadgeFace face = {NULL};

  switch (column->kind) {
  case GR_CELL_BADGE:
    if (data)
      face = column->face (data, cell->user_data);
    gr_badge_set_face (GR_BADGE (child), &face);
    break;
  case GR_CELL_EDITABLE:
  case GR_CELL_EDITABLE_TEXT:
    show_entry (GR_CELL_ENTRY (child), data, cell);
    break;
  case GR_CELL_BUTTON:
    gtk_widget_set_visible (child, data && (!column->can_edit || column->can_edit (data, cell->user_data)));
    break;
  case GR_CELL_CHECK:
    gtk_widget_set_visible (child, data && (!column->can_edit || column->can_edit (data, cell->user_data)));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), data && column->is_on (data, cell->user_data));
    break;
  case GR_CELL_NUMBER:
    show_number (list_item, cell);
    break;
  case GR_CELL_TEXT:
  default:
    text = data ? column->text (data, cell->user_data) : g_strdup ("—");
    gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  }
}

static void
row_changed_cb (GrRow *row, GtkListItem *list_item)
{
  show_row (list_item, g_object_get_data (G_OBJECT (list_item), "cell"));
}

static gboolean
edited_cb (GtkListItem *list_item, const char *text)
{
  const Cell *cell = g_object_get_data (G_OBJECT (list_item), "cell");
  gpointer row = gtk_list_item_get_item (list_item);

  return row && gr_row_get_data (row) && cell->column->edit (gr_row_get_data (row), text, cell->user_data);
}

static void
pressed_cb (GtkListItem *list_item)
{
  const Cell *cell = g_object_get_data (G_OBJECT (list_item), "cell");
  gpointer row = gtk_list_item_get_item (list_item);

  if (row && gr_row_get_data (row))
    cell->column->press (gr_row_get_data (row), cell->user_data);
}

/* Showing a row sets the box too; only where it differs from what is so somebody clicked it. */
static void
toggled_cb (GtkListItem *list_item, GtkCheckButton *button)
{
  const Cell *cell = g_object_get_data (G_OBJECT (list_item), "cell");
  gpointer row = gtk_list_item_get_item (list_item);
  gconstpointer data = row ? gr_row_get_data (row) : NULL;

  if (data && cell->column->is_on (data, cell->user_data) != gtk_check_button_get_active (button))
    cell->column->press (data, cell->user_data);
}

/* The keyboard ticks by the row that it is on. */
static GtkWidget *
make_check (const GrTableColumn *column)
{
  GtkWidget *button = gtk_check_button_new();

  gtk_widget_add_css_class (button, "cell-button");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ (column->tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->tooltip), -1);
  return button;
}

/* The keyboard does it by Delete on the row, never by Enter on what the focus happens to come to. */
static GtkWidget *
make_button (const GrTableColumn *column)
{
  GtkWidget *button = gtk_button_new_from_icon_name (column->icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "cell-button");
  gtk_widget_set_tooltip_text (button, _ (column->tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->tooltip), -1);
  return button;
}

/* What does not fit is said in full where the mouse rests on it. */
static gboolean
query_tooltip_cb (GtkInscription *text, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *full = gtk_inscription_get_text (text);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), full);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (!full || width <= gtk_widget_get_width (GTK_WIDGET (text)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, full);
  return TRUE;
}

static GtkWidget *
make_text (gboolean is_number)
{
  GtkWidget *text = gtk_inscription_new ("");

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), is_number ? 1 : 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return text;
}

static GtkWidget *
make_cell (GtkListItem *list_item, const GrTableColumn *column)
{
  GtkWidget *child;

  switch (column->kind) {
  case GR_CELL_BADGE:
    return gr_badge_new();
  case GR_CELL_EDITABLE:
  case GR_CELL_EDITABLE_TEXT:
    child = gr_cell_entry_new (_ (column->title), column->kind == GR_CELL_EDITABLE);
    g_signal_connect_object (child, "edited", G_CALLBACK (edited_cb), list_item, G_CONNECT_SWAPPED);
    return child;
  case GR_CELL_BUTTON:
    child = make_button (column);
    g_signal_connect_object (child, "clicked", G_CALLBACK (pressed_cb), list_item, G_CONNECT_SWAPPED);
    return child;
  case GR_CELL_CHECK:
    child = make_check (column);
    g_signal_connect_object (child, "toggled", G_CALLBACK (toggled_cb), list_item, G_CONNECT_SWAPPED);
    return child;
  case GR_CELL_TEXT:
  case GR_CELL_NUMBER:
  default:
    return make_text (column->kind == GR_CELL_NUMBER);
  }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  g_object_set_data (G_OBJECT (list_item), "cell", cell);
  gtk_list_item_set_child (list_item, make_cell (list_item, cell->column));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  g_signal_connect (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (row_changed_cb), list_item);
  show_row (list_item, cell);
  if (cell->column->kind == GR_CELL_NUMBER)
    g_ptr_array_add (cell->shown, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cell *cell)
{
  g_ptr_array_remove_fast (cell->shown, list_item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), row_changed_cb, list_item);
  if (cell->column->kind == GR_CELL_EDITABLE || cell->column->kind == GR_CELL_EDITABLE_TEXT)
    gr_cell_entry_forget (GR_CELL_ENTRY (gtk_list_item_get_child (list_item)));
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

  *cell = (Cell){column, user_data, 0, g_ptr_array_new()};
  g_object_set_data_full (G_OBJECT (factory), "cell", cell, free_cell);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cell);
  return factory;
}
