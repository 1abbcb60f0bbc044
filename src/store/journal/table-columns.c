#include "table-columns.h"

#include "store/file/query.h"

void
gr_table_columns_clear (GrTableColumns *columns)
{
  g_clear_pointer (&columns->names, g_ptr_array_unref);
  g_clear_pointer (&columns->key, g_free);
}

/**
 * gr_table_columns_read:
 * @columns: (out): as the table stands now
 */
gboolean
gr_table_columns_read (GrDatabase *database, const char *table, GrTableColumns *columns, GError **error)
{
  GrQuery query = gr_query (database, "SELECT name, pk FROM pragma_table_info (?1) ORDER BY cid", "t", table);

  columns->names = g_ptr_array_new_with_free_func (g_free);
  columns->key = NULL;
  while (gr_query_next (&query)) {
    g_ptr_array_add (columns->names, gr_query_dup_text (&query, 0));
    if (gr_query_int (&query, 1) == 1)
      columns->key = gr_query_dup_text (&query, 0);
  }
  return gr_query_end (&query, error);
}

gboolean
gr_table_columns_have (const GrTableColumns *columns, const char *name)
{
  return g_ptr_array_find_with_equal_func (columns->names, name, g_str_equal, NULL);
}

/**
 * gr_table_columns_image:
 * @row: what stands before each name: "OLD.", "NEW." or nothing
 *
 * Returns: (transfer full): the SQL of a row as a JSON object; json_object() is ours, see sql-function.c
 */
char *
gr_table_columns_image (const GPtrArray *names, const char *row)
{
  GString *sql = g_string_new ("json_object (");

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];

    g_string_append_printf (sql, "%s'%s', %s%s", i > 0 ? ", " : "", name, row, name);
  }
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}
