#include "import-mapping.h"

#include <glib/gi18n.h>

struct _GrImportMapping {
  AdwPreferencesGroup parent_instance;

  const GrImportTable *table;
  char *headers; /* for which the rows were made */
  GtkWidget *rows[GR_MAX_IMPORT_FIELDS];
  GtkWidget *others;  /* (nullable): holds the fields that are not in the file */
  GPtrArray *topmost; /* GtkWidget: what was added to the group */
  gboolean is_showing;
};

enum { ASSIGNED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrImportMapping, gr_import_mapping, ADW_TYPE_PREFERENCES_GROUP)

static void
selected_cb (GrImportMapping *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->is_showing)
    return;
  for (int i = 0; i < self->table->n_fields; i++)
    if (self->rows[i] == GTK_WIDGET (row))
      g_signal_emit (self, signals[ASSIGNED], 0, i, (int) adw_combo_row_get_selected (row) - 1);
}

/* "— not in the file", then the file's headers. */
static GListModel *
list_columns (const GrImportLayout *layout)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("— not in the file"));
  for (guint i = 0; i < layout->n_columns; i++) {
    const char *title = layout->titles[i];
    g_autofree char *numbered = *title ? NULL : g_strdup_printf (_ ("Column %u"), i + 1);

    gtk_string_list_append (titles, numbered ? numbered : title);
  }
  return G_LIST_MODEL (titles);
}

static char *
join_headers (const GrImportLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    g_string_append_printf (text, "%s\t", layout->titles[i]);
  return g_string_free (text, FALSE);
}

static void
remove_rows (GrImportMapping *self)
{
  for (guint i = 0; i < self->topmost->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->topmost, i));
  g_ptr_array_set_size (self->topmost, 0);
  self->others = NULL;
}

static void
add_topmost (GrImportMapping *self, GtkWidget *row)
{
  g_ptr_array_add (self->topmost, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_row (GrImportMapping *self, int field, GListModel *titles, gboolean is_topmost)
{
  GtkWidget *row = adw_combo_row_new();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gr_import_field_title (&self->table->fields[field]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), titles);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->rows[field] = row;
  if (is_topmost)
    add_topmost (self, row);
  else
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->others), row);
}

static void
make_rows (GrImportMapping *self, const GrImportLayout *layout)
{
  g_autoptr (GListModel) titles = list_columns (layout);

  remove_rows (self);
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < self->table->n_fields; i++)
      if (self->table->fields[i].is_required == !pass && (!pass || layout->columns[i] >= 0))
        add_row (self, i, titles, TRUE);
  for (int i = 0; i < self->table->n_fields; i++) {
    if (self->table->fields[i].is_required || layout->columns[i] >= 0)
      continue;
    if (!self->others) {
      self->others = adw_expander_row_new();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->others), _ ("Not in the file"));
      add_topmost (self, self->others);
    }
    add_row (self, i, titles, FALSE);
  }
}

/* The first thing that stands in the column. */
static const char *
find_example (GPtrArray *rows, int column)
{
  for (guint i = 0; column >= 0 && i < rows->len; i++) {
    const GrImportPreviewRow *row = g_ptr_array_index (rows, i);

    if (*row->texts[column])
      return row->texts[column];
  }
  return NULL;
}

static void
describe_row (GrImportMapping *self, int field, int column, GPtrArray *rows)
{
  const char *example = find_example (rows, column);
  g_autofree char *such = example ? g_strdup_printf (_ ("for example %.40s"), example) : NULL;
  g_autofree char *valid = such ? g_utf8_make_valid (such, -1) : NULL;
  gboolean is_needed = self->table->fields[field].is_required;
  g_autofree char *subtitle =
      is_needed ? g_strdup_printf ("%s%s%s", _ ("required"), valid ? ", " : "", valid ? valid : "") : g_strdup (valid);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[field]), subtitle ? subtitle : "");
  if (is_needed && column < 0)
    gtk_widget_add_css_class (self->rows[field], "error");
  else
    gtk_widget_remove_css_class (self->rows[field], "error");
}

/* Names those that lie folded away. */
static void
describe_others (GrImportMapping *self, const GrImportLayout *layout)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < self->table->n_fields; i++)
    if (layout->columns[i] < 0 && !self->table->fields[i].is_required)
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", gr_import_field_title (&self->table->fields[i]));
  if (self->others)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->others), names->str);
}

static void
gr_import_mapping_finalize (GObject *object)
{
  GrImportMapping *self = GR_IMPORT_MAPPING (object);

  g_free (self->headers);
  g_ptr_array_unref (self->topmost);
  G_OBJECT_CLASS (gr_import_mapping_parent_class)->finalize (object);
}

static void
gr_import_mapping_class_init (GrImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_import_mapping_finalize;
  signals[ASSIGNED] = g_signal_new ("assigned", GR_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
gr_import_mapping_init (GrImportMapping *self)
{
  self->topmost = g_ptr_array_new();
}

/**
 * gr_import_mapping_show:
 * @rows: (element-type GrImportPreviewRow): some of the file's rows, for examples
 */
void
gr_import_mapping_show (GrImportMapping *self, const GrImportLayout *layout, GPtrArray *rows)
{
  g_autofree char *headers = join_headers (layout);

  g_return_if_fail (GR_IS_IMPORT_MAPPING (self));

  self->is_showing = TRUE;
  if (self->table != layout->table || g_strcmp0 (headers, self->headers) != 0) {
    self->table = layout->table;
    g_free (self->headers);
    self->headers = g_steal_pointer (&headers);
    make_rows (self, layout);
  }
  for (int i = 0; i < self->table->n_fields; i++) {
    int column = layout->columns[i];

    adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[i]), (guint) (column + 1));
    describe_row (self, i, column, rows);
  }
  describe_others (self, layout);
  self->is_showing = FALSE;
}
