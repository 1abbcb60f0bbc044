#include "journal.h"

#include "noun-table.h"
#include "store/file/query.h"
#include "table-columns.h"

/* An update that changes nothing is no change. */
static char *
difference_of (const GrTableColumns *columns)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < columns->names->len; i++)
    g_string_append_printf (sql, "%sOLD.%s IS NOT NEW.%s", i > 0 ? " OR " : "", (char *) columns->names->pdata[i],
        (char *) columns->names->pdata[i]);
  return g_string_free (sql, FALSE);
}

static gboolean
install_trigger (
    GrDatabase *database, const char *table, const char *event, const char *when, const char *values, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "CREATE TRIGGER journal_%s_%s AFTER %s ON %s %s BEGIN "
      "SELECT RAISE (ABORT, 'no deed is open') WHERE NOT EXISTS (SELECT 1 FROM open_deed); "
      "INSERT INTO deed_change (deed_id, table_name, row_id, before, after) SELECT deed_id, '%s', %s FROM open_deed; "
      "END",
      table, event, event, table, when, table, values);

  return gr_query_script (database, sql, error);
}

static gboolean
install_on (GrDatabase *database, const char *table, GError **error)
{
  g_auto (GrTableColumns) columns = {NULL};
  g_autofree char *before = NULL, *after = NULL, *difference = NULL, *when = NULL;
  g_autofree char *added = NULL, *changed = NULL, *removed = NULL;

  if (!gr_table_columns_read (database, table, &columns, error))
    return FALSE;
  if (columns.key == NULL) /* comes with a later schema step */
    return TRUE;
  before = gr_table_columns_image (columns.names, "OLD.");
  after = gr_table_columns_image (columns.names, "NEW.");
  difference = difference_of (&columns);
  when = g_strdup_printf ("WHEN %s", difference);
  added = g_strdup_printf ("NEW.%s, NULL, %s", columns.key, after);
  changed = g_strdup_printf ("OLD.%s, %s, %s", columns.key, before, after);
  removed = g_strdup_printf ("OLD.%s, %s, NULL", columns.key, before);
  return install_trigger (database, table, "INSERT", "", added, error) &&
         install_trigger (database, table, "UPDATE", when, changed, error) &&
         install_trigger (database, table, "DELETE", "", removed, error);
}

/**
 * gr_journal_install:
 *
 * Puts up the triggers that book every change of an ordinary row to the open deed, and refuse it where there is none.
 * They are drawn from the tables as they stand, so a schema step needs no thought of them.
 */
gboolean
gr_journal_install (GrDatabase *database, GError **error)
{
  gsize n_tables;
  const GrNounTable *tables = gr_noun_tables (&n_tables);

  for (gsize i = 0; i < n_tables; i++)
    if (gr_noun_table_is_journaled (&tables[i]) && !install_on (database, tables[i].table, error))
      return FALSE;
  return TRUE;
}

/**
 * gr_journal_remove:
 *
 * Takes down all triggers, for a schema step.
 */
gboolean
gr_journal_remove (GrDatabase *database, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  GrQuery query = gr_query (database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", "");

  while (gr_query_next (&query))
    g_string_append_printf (sql, "DROP TRIGGER \"%s\";", gr_query_text (&query, 0));
  return gr_query_end (&query, error) && gr_query_script (database, sql->str, error);
}
