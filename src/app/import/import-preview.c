#include "import-preview.h"

#include "import-sentence.h"
#include "app/widgets/access/one-stop.h"
#include "app/widgets/table/table-voice.h"

#include <glib/gi18n.h>

/* Lengths of a column in signs. */
#define LEAST_CHARS 8
#define MOST_CHARS  32

struct _GrImportPreview {
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *view;
  GPtrArray *rows;    /* GrImportPreviewRow */
  GArray *columns;    /* Column, from left to right */
  GHashTable *judged; /* "line field" to what is wrong, from the trial */
};

G_DEFINE_FINAL_TYPE (GrImportPreview, gr_import_preview, GTK_TYPE_WIDGET)

/* What a column shows: a field, a column of the file that nothing is taken from, or the number of the line. */
typedef struct {
  const GrImportField *field; /* (nullable) */
  int column;                 /* of the file; -1 for the line */
} Column;

static const Column *
column_of (GrImportPreview *self, GtkListItemFactory *factory)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "position"));

  return &g_array_index (self->columns, Column, position);
}

static const GrImportPreviewRow *
row_of (GrImportPreview *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

static gboolean
is_text (const Column *column)
{
  return column->field ? column->field->type == GR_FIELD_TEXT : column->column >= 0;
}

static gboolean
is_to_the_right (const Column *column)
{
  return column->field ? !is_text (column) && column->field->type != GR_FIELD_DATE : column->column < 0;
}

/* What the trial found counts most: it knows the shop. */
static const char *
find_fault (GrImportPreview *self, const GrImportPreviewRow *row, const Column *column)
{
  g_autofree char *place =
      g_strdup_printf ("%" G_GUINT64_FORMAT " %s", row->line, column->field ? column->field->id : "");
  const char *fault = g_hash_table_lookup (self->judged, place);

  if (column->field)
    return fault ? fault : row->faults[column->column];
  if (column->column >= 0)
    return NULL;
  return fault ? fault : row->fault;
}

static char *
cell_text (const GrImportPreviewRow *row, const Column *column, gboolean is_bad)
{
  const char *text = column->column >= 0 ? row->texts[column->column] : "";

  if (column->column < 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);
  if (is_bad || !column->field)
    return g_strdup (is_bad && !*text ? _ ("(empty)") : text);
  return gr_import_sentence_of_cell (&row->cells[column->column], column->field->type, text);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, GrImportPreview *self)
{
  const Column *column = column_of (self, factory);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (label), 1);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), is_to_the_right (column) ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (!column->field)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, GrImportPreview *self)
{
  const Column *column = column_of (self, factory);
  const GrImportPreviewRow *row = row_of (self, item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *fault = row ? find_fault (self, row, column) : NULL;
  g_autofree char *text = row ? cell_text (row, column, fault != NULL) : g_strdup ("");
  g_autofree char *said = fault ? g_strdup_printf ("%s %s", text, fault) : g_strdup (text);

  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  gtk_widget_set_visible (icon, fault != NULL);
  gtk_widget_set_tooltip_text (box, fault ? said : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  if (fault)
    gtk_widget_add_css_class (box, "error");
  else
    gtk_widget_remove_css_class (box, "error");
}

/* As wide as its title and its longest text, within bounds. */
static int
chars_of (GrImportPreview *self, const Column *column, const char *title)
{
  glong most = g_utf8_strlen (title, -1) + 2;

  if (column->column < 0)
    return LEAST_CHARS;
  for (guint i = 0; i < self->rows->len; i++) {
    const GrImportPreviewRow *row = g_ptr_array_index (self->rows, i);
    g_autofree char *text = cell_text (row, column, FALSE);

    most = MAX (most, g_utf8_strlen (text, -1) + (row->faults[column->column] ? 3 : 0));
  }
  return (int) CLAMP (most, LEAST_CHARS, MOST_CHARS);
}

static int
chars_to_pixels (GrImportPreview *self, int n)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return n * width + 24;
}

static const char *
title_of (const Column *column, const GrImportLayout *layout)
{
  if (column->field)
    return gr_import_field_title (column->field);
  return column->column < 0 ? _ ("Line") : layout->titles[column->column];
}

static void
add_column (GrImportPreview *self, guint position, const char *title, int n_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "position", GUINT_TO_POINTER (position));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  if (position == 0)
    gr_table_voice_name_rows (factory);
  gtk_column_view_column_set_fixed_width (column, chars_to_pixels (self, n_chars));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* The line, the fields in their order, and what else is in the file. */
static void
list_columns (GrImportPreview *self, const GrImportLayout *layout)
{
  const GrImportTable *table = layout->table;
  g_autofree gboolean *is_taken = g_new0 (gboolean, layout->n_columns + 1);
  Column column = {NULL, -1};

  g_array_set_size (self->columns, 0);
  g_array_append_val (self->columns, column);
  for (int i = 0; i < table->n_fields; i++) {
    column = (Column){&table->fields[i], layout->columns[i]};
    if (column.column < 0)
      continue;
    is_taken[column.column] = TRUE;
    g_array_append_val (self->columns, column);
  }
  for (guint i = 0; i < layout->n_columns; i++) {
    column = (Column){NULL, (int) i};
    if (!is_taken[i])
      g_array_append_val (self->columns, column);
  }
}

/* The widest text takes the width that is left. */
static void
add_columns (GrImportPreview *self, const GrImportLayout *layout)
{
  guint widest = 0;
  int most = 0;
  g_autoptr (GtkColumnViewColumn) expanding = NULL;

  for (guint i = 0; i < self->columns->len; i++) {
    const Column *column = &g_array_index (self->columns, Column, i);
    const char *title = title_of (column, layout);
    int n = chars_of (self, column, title);

    add_column (self, i, title, n);
    if (!is_text (column) || n <= most)
      continue;
    widest = i;
    most = n;
  }
  expanding = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), widest);
  gtk_column_view_column_set_expand (expanding, TRUE);
}

static void
remove_columns (GrImportPreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

    gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
  }
}

/* Has every cell say again what it says. */
static void
show_rows (GrImportPreview *self)
{
  g_autoptr (GtkStringList) positions = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_string_list_append (positions, "");
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&positions))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), model);
}

static void
gr_import_preview_dispose (GObject *object)
{
  GrImportPreview *self = GR_IMPORT_PREVIEW (object);

  if (self->scrolled)
    remove_columns (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_import_preview_parent_class)->dispose (object);
}

static void
gr_import_preview_finalize (GObject *object)
{
  GrImportPreview *self = GR_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_hash_table_unref (self->judged);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (gr_import_preview_parent_class)->finalize (object);
}

/* One stop of the Tab key, as every table. */
static gboolean
gr_import_preview_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gr_one_stop_leaves (widget, direction))
    return FALSE;
  return GTK_WIDGET_CLASS (gr_import_preview_parent_class)->focus (widget, direction);
}

static void
gr_import_preview_class_init (GrImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_import_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_import_preview_finalize;
  widget_class->focus = gr_import_preview_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "import-preview");
}

static void
gr_import_preview_init (GrImportPreview *self)
{
  self->judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_ptr_array_new();
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The first rows as they will be imported"), -1);
  gr_table_voice_name_list (GTK_WIDGET (self), self->view);
  self->scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 280);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * gr_import_preview_show:
 * @rows: (element-type GrImportPreviewRow): of the file
 * @n_rows: how many of them to show
 */
void
gr_import_preview_show (GrImportPreview *self, const GrImportLayout *layout, GPtrArray *rows, guint n_rows)
{
  g_return_if_fail (GR_IS_IMPORT_PREVIEW (self));

  remove_columns (self);
  g_hash_table_remove_all (self->judged);
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (rows);
  if (rows->len > n_rows)
    g_ptr_array_set_size (rows, (int) n_rows);
  list_columns (self, layout);
  add_columns (self, layout);
  show_rows (self);
}

/**
 * gr_import_preview_judge:
 *
 * Marks in the rows shown what a trial found wrong with them.
 */
void
gr_import_preview_judge (GrImportPreview *self, const GrImportReport *report)
{
  const GrImportPreviewRow *last;

  g_return_if_fail (GR_IS_IMPORT_PREVIEW (self));

  last = self->rows->len ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;
  for (guint i = 0; last && i < report->faults->len; i++) {
    const GrImportFault *fault = g_ptr_array_index (report->faults, i);

    if (fault->line > last->line)
      break;
    g_hash_table_insert (self->judged,
        g_strdup_printf ("%" G_GUINT64_FORMAT " %s", fault->line, fault->field ? fault->field : ""),
        g_strdup (fault->reason));
  }
  if (g_hash_table_size (self->judged) > 0)
    show_rows (self);
}
