#include "row-image.h"

#include "domain/base/error.h"
#include "noun-table.h"
#include "store/file/query.h"
#include "table-columns.h"

#include <glib/gi18n-lib.h>

struct _GrRowImages {
  GrDatabase *database;
  GHashTable *known; /* "table key,key,...": GrRowImage */
};

GrRowImages *
gr_row_images_new (GrDatabase *database)
{
  GrRowImages *images = g_new0 (GrRowImages, 1);

  images->database = database;
  images->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return images;
}

void
gr_row_images_free (GrRowImages *images)
{
  if (images == NULL)
    return;
  g_hash_table_unref (images->known);
  g_free (images);
}

static const char *
intern (char *text)
{
  const char *interned = g_intern_string (text);

  g_free (text);
  return interned;
}

/* @held: the columns that the images hold. */
static void
write_statements (const char *table, const GrTableColumns *columns, const GPtrArray *held, GrRowImage *image)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autoptr (GString) tests = g_string_new (NULL);
  g_autofree char *whole = gr_table_columns_image (columns->names, "");
  const char *key = columns->key;

  for (guint i = 0; i < held->len; i++) {
    const char *name = held->pdata[i];
    const char *comma = i > 0 ? ", " : "";

    g_string_append_printf (names, "%s%s", comma, name);
    g_string_append_printf (values, "%s?1 ->> '$.%s'", comma, name);
    g_string_append_printf (pairs, "%s%s = ?1 ->> '$.%s'", comma, name, name);
    g_string_append_printf (tests, "%s%s IS ?1 ->> '$.%s'", i > 0 ? " AND " : "", name, name);
  }
  image->is_whole = held->len == columns->names->len;
  image->is_as = intern (g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1 ->> '$.%s'", tests->str, table, key, key));
  image->exists = intern (g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1", table, key));
  image->read = intern (g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1", whole, table, key));
  image->remove = intern (g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table, key));
  image->insert = intern (g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str, values->str));
  image->overwrite =
      intern (g_strdup_printf ("UPDATE %s SET %s WHERE %s = ?1 ->> '$.%s'", table, pairs->str, key, key));
}

static GrRowImage *
draw (GrRowImages *images, const char *table, const char *keys, GError **error)
{
  g_auto (GrTableColumns) columns = {NULL};
  g_autoptr (GPtrArray) held = g_ptr_array_new();
  g_auto (GStrv) names = g_strsplit (keys, ",", -1);
  GrRowImage *image;

  if (!gr_table_columns_read (images->database, table, &columns, error))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    if (gr_table_columns_have (&columns, names[i]))
      g_ptr_array_add (held, names[i]);
  if (columns.key == NULL || held->len == 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The journal names an unknown table: %s."), table);
    return NULL;
  }
  image = g_new0 (GrRowImage, 1);
  write_statements (table, &columns, held, image);
  return image;
}

/**
 * gr_row_images_find:
 * @table: as it stands in deed_change
 * @image: a row as a JSON object
 *
 * Returns: (transfer none): what handles such images. Fails with %GR_ERROR_DAMAGED where no such table is journaled.
 */
const GrRowImage *
gr_row_images_find (GrRowImages *images, const char *table, const char *image, GError **error)
{
  GrQuery query = gr_query (images->database, "SELECT group_concat (key) FROM json_each (?1)", "t", image);
  g_autofree char *keys = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : NULL;
  g_autofree char *name = g_strconcat (table, " ", keys, NULL);
  const GrNounTable *noun = gr_noun_table_find (table);
  GrRowImage *found;

  if (!gr_query_end (&query, error))
    return NULL;
  found = g_hash_table_lookup (images->known, name);
  if (found != NULL)
    return found;
  if (keys == NULL || noun == NULL || !gr_noun_table_is_journaled (noun)) {
    g_set_error (error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The journal names an unknown table: %s."), table);
    return NULL;
  }
  found = draw (images, noun->table, keys, error);
  if (found != NULL)
    g_hash_table_insert (images->known, g_steal_pointer (&name), found);
  return found;
}
