#include "settings.h"

#define MAX_RECENT 8

struct _GrSettings {
  GObject parent_instance;

  GSettings *kept;    /* NULL: no schema was found */
  GHashTable *memory; /* key -> GVariant, where nothing is kept */
};

G_DEFINE_FINAL_TYPE (GrSettings, gr_settings, G_TYPE_OBJECT)

static void
gr_settings_finalize (GObject *object)
{
  GrSettings *self = GR_SETTINGS (object);

  g_clear_object (&self->kept);
  g_clear_pointer (&self->memory, g_hash_table_unref);
  G_OBJECT_CLASS (gr_settings_parent_class)->finalize (object);
}

static void
gr_settings_class_init (GrSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_settings_finalize;
}

/* The schema as installed, or that of the build folder; g_settings_new() would abort without one. */
static GSettings *
open_kept (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, GR_APP_ID, TRUE) : NULL;

  if (!schema) {
    g_autoptr (GSettingsSchemaSource) built =
        g_settings_schema_source_new_from_directory (GR_SCHEMA_BUILD_DIR, source, FALSE, NULL);
    schema = built ? g_settings_schema_source_lookup (built, GR_APP_ID, FALSE) : NULL;
  }
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
gr_settings_init (GrSettings *self)
{
  self->kept = open_kept();
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

/**
 * gr_settings_new:
 *
 * Returns: (transfer full): the settings of the person at the computer
 */
GrSettings *
gr_settings_new (void)
{
  return g_object_new (GR_TYPE_SETTINGS, NULL);
}

/**
 * gr_settings_attach:
 *
 * Makes the settings those of everything in @window.
 */
void
gr_settings_attach (GrSettings *self, GtkWindow *window)
{
  g_object_set_data_full (G_OBJECT (window), "gr-settings", g_object_ref (self), g_object_unref);
}

/**
 * gr_settings_of:
 *
 * Returns: (nullable) (transfer none): the settings of the window that the widget is in
 */
GrSettings *
gr_settings_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root ? g_object_get_data (G_OBJECT (root), "gr-settings") : NULL;
}

static GVariant *
get_value (GrSettings *self, const char *key)
{
  GVariant *value;

  if (self->kept)
    return g_settings_get_value (self->kept, key);
  value = g_hash_table_lookup (self->memory, key);
  return value ? g_variant_ref (value) : NULL;
}

static void
set_value (GrSettings *self, const char *key, GVariant *value)
{
  if (self->kept)
    g_settings_set_value (self->kept, key, value);
  else
    g_hash_table_replace (self->memory, g_strdup (key), g_variant_ref_sink (value));
}

/**
 * gr_settings_get_string:
 *
 * Returns: (transfer full): the text, "" where nothing was set
 */
char *
gr_settings_get_string (GrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return value ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

void
gr_settings_set_string (GrSettings *self, const char *key, const char *value)
{
  set_value (self, key, g_variant_new_string (value ? value : ""));
}

int
gr_settings_get_int (GrSettings *self, const char *key, int fallback)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return value ? g_variant_get_int32 (value) : fallback;
}

void
gr_settings_set_int (GrSettings *self, const char *key, int value)
{
  set_value (self, key, g_variant_new_int32 (value));
}

gboolean
gr_settings_get_flag (GrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return value && g_variant_get_boolean (value);
}

void
gr_settings_set_flag (GrSettings *self, const char *key, gboolean value)
{
  set_value (self, key, g_variant_new_boolean (value));
}

/**
 * gr_settings_get_recent:
 *
 * Returns: (transfer full): paths of the shops opened last, the latest first
 */
char **
gr_settings_get_recent (GrSettings *self)
{
  g_autoptr (GVariant) value = get_value (self, "recent-shops");

  return value ? g_variant_dup_strv (value, NULL) : g_new0 (char *, 1);
}

/**
 * gr_settings_add_recent:
 *
 * Puts @path at the head of the recent shops, and makes it the one that is opened next time.
 */
void
gr_settings_add_recent (GrSettings *self, const char *path)
{
  g_auto (GStrv) before = gr_settings_get_recent (self);
  g_autoptr (GPtrArray) after = g_ptr_array_new();

  g_ptr_array_add (after, (gpointer) path);
  for (gsize i = 0; before[i] && after->len < MAX_RECENT; i++)
    if (!g_str_equal (before[i], path))
      g_ptr_array_add (after, before[i]);

  set_value (self, "recent-shops", g_variant_new_strv ((const char *const *) after->pdata, after->len));
  gr_settings_set_string (self, "last-shop", path);
}

/**
 * gr_settings_get_table:
 *
 * Returns: (transfer full) (nullable): how the table was left, in words of #GrTable's own
 */
char *
gr_settings_get_table (GrSettings *self, const char *table)
{
  g_autoptr (GVariant) tables = get_value (self, "tables");
  char *state = NULL;

  if (tables)
    g_variant_lookup (tables, table, "s", &state);
  return state;
}

void
gr_settings_set_table (GrSettings *self, const char *table, const char *state)
{
  g_autoptr (GVariant) tables = get_value (self, "tables");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *old;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (tables) {
    g_variant_iter_init (&iter, tables);
    while (g_variant_iter_next (&iter, "{&s&s}", &name, &old))
      if (!g_str_equal (name, table))
        g_variant_builder_add (&builder, "{ss}", name, old);
  }
  g_variant_builder_add (&builder, "{ss}", table, state);
  set_value (self, "tables", g_variant_builder_end (&builder));
}
