#include "table-voice.h"

/* What the cell shows as text; NULL for a button. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  if (GTK_IS_INSCRIPTION (widget) || GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *text = find_text (child);

    if (text)
      return text;
  }
  return NULL;
}

static gboolean
is_number (GtkWidget *text)
{
  return GTK_IS_INSCRIPTION (text) && gtk_inscription_get_xalign (GTK_INSCRIPTION (text)) > 0.5;
}

static GtkWidget *
first_visible (GtkWidget *child)
{
  while (child && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A number says nothing without the head of its column. */
static GList *
collect_texts (GtkWidget *row, GtkWidget *header)
{
  GtkWidget *title = first_visible (gtk_widget_get_first_child (header));
  GtkWidget *cell = first_visible (gtk_widget_get_first_child (row));
  GList *texts = NULL;

  while (cell && title) {
    GtkWidget *text = find_text (cell), *head = find_text (title);

    if (text && head && is_number (text))
      texts = g_list_prepend (texts, head);
    if (text)
      texts = g_list_prepend (texts, text);
    title = first_visible (gtk_widget_get_next_sibling (title));
    cell = first_visible (gtk_widget_get_next_sibling (cell));
  }
  return g_list_reverse (texts);
}

/* It keeps the list. */
static void
label_by (GtkWidget *widget, GList *texts)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_LABELLED_BY;
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_POINTER);
  g_value_set_pointer (&value, texts);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (widget), 1, &relation, &value);
  g_value_unset (&value);
}

static void
cell_mapped_cb (GtkWidget *content)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (content));
  GtkWidget *view = gtk_widget_get_ancestor (row, GTK_TYPE_COLUMN_VIEW);

  label_by (row, collect_texts (row, gtk_widget_get_first_child (view)));
}

/* When it is shown it is in its row, on every GTK. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect (gtk_list_item_get_child (list_item), "map", G_CALLBACK (cell_mapped_cb), NULL);
}

/**
 * gr_table_voice_name_rows:
 * @factory: of the cells of a column that is always shown; has its own "setup" connected before
 *
 * A screen reader calls the row by what it shows: GTK 4.8 would say the name of a type. The words are looked up when
 * they are asked for.
 */
void
gr_table_voice_name_rows (GtkListItemFactory *factory)
{
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
}

/**
 * gr_table_voice_name_list:
 * @view: the column view of @table
 *
 * The list is called as the table is in its template.
 */
void
gr_table_voice_name_list (GtkWidget *table, GtkWidget *view)
{
  GtkWidget *list = gtk_widget_get_last_child (view);

  label_by (list, g_list_prepend (NULL, table));
  label_by (view, g_list_prepend (NULL, table));
}
