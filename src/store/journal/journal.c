#include "journal.h"

#include "domain/base/error.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that people change. All else is added to only, follows from these, or is the journal itself. */
static const char *const tables[] = {
    "setting",
    "family",
    "item",
    "barcode",
    "location",
    "supplier",
    "supplier_item",
    "purchase_order",
    "purchase_order_line",
    "stock_count",
    "sale_batch",
    "imported_file",
    "forecast_choice",
    "demand_mark",
    "event",
    "predecessor",
    NULL,
};

typedef struct {
  GPtrArray *names;
  char *key;
} Columns;

static void
free_columns (Columns *columns)
{
  g_clear_pointer (&columns->names, g_ptr_array_unref);
  g_clear_pointer (&columns->key, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, free_columns)

static gboolean
read_columns (GrDatabase *database, const char *table, Columns *columns, GError **error)
{
  GrQuery query = gr_query (database, "SELECT name, pk FROM pragma_table_info (?1) ORDER BY cid", "t", table);

  columns->names = g_ptr_array_new_with_free_func (g_free);
  while (gr_query_next (&query)) {
    g_ptr_array_add (columns->names, gr_query_dup_text (&query, 0));
    if (gr_query_int (&query, 1) == 1)
      columns->key = gr_query_dup_text (&query, 0);
  }
  return gr_query_end (&query, error);
}

/* A row as a JSON object; json_object() is ours, see sql-function.c. */
static char *
image_of (const Columns *columns, const char *row)
{
  GString *sql = g_string_new ("json_object (");

  for (guint i = 0; i < columns->names->len; i++) {
    const char *name = columns->names->pdata[i];

    g_string_append_printf (sql, "%s'%s', %s%s", i > 0 ? ", " : "", name, row, name);
  }
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

/* An update that changes nothing is no change. */
static char *
difference_of (const Columns *columns)
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
  g_auto (Columns) columns = {NULL};
  g_autofree char *before = NULL, *after = NULL, *difference = NULL, *when = NULL;
  g_autofree char *added = NULL, *changed = NULL, *removed = NULL;

  if (!read_columns (database, table, &columns, error))
    return FALSE;
  if (columns.key == NULL) /* comes with a later schema step */
    return TRUE;
  before = image_of (&columns, "OLD.");
  after = image_of (&columns, "NEW.");
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
  for (guint i = 0; tables[i] != NULL; i++)
    if (!install_on (database, tables[i], error))
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

static const char *
intern (char *text)
{
  const char *interned = g_intern_string (text);

  g_free (text);
  return interned;
}

static void
write_statements (const Columns *columns, GrJournalTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autofree char *image = image_of (columns, "");

  for (guint i = 0; i < columns->names->len; i++) {
    const char *name = columns->names->pdata[i];
    const char *comma = i > 0 ? ", " : "";

    g_string_append_printf (names, "%s%s", comma, name);
    g_string_append_printf (values, "%s?1 ->> '$.%s'", comma, name);
    g_string_append_printf (pairs, "%s%s = ?1 ->> '$.%s'", comma, name, name);
  }
  table->read = intern (g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?1", image, table->name, columns->key));
  table->remove = intern (g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table->name, columns->key));
  table->insert = intern (g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, names->str, values->str));
  table->update = intern (g_strdup_printf (
      "UPDATE %s SET %s WHERE %s = ?1 ->> '$.%s'", table->name, pairs->str, columns->key, columns->key));
}

/**
 * gr_journal_table:
 * @name: as it stands in deed_change
 *
 * Fails with %GR_ERROR_DAMAGED where no such table is journaled.
 */
gboolean
gr_journal_table (GrDatabase *database, const char *name, GrJournalTable *table, GError **error)
{
  g_auto (Columns) columns = {NULL};

  table->name = NULL;
  for (guint i = 0; tables[i] != NULL; i++)
    if (strcmp (name, tables[i]) == 0)
      table->name = tables[i];
  if (table->name == NULL) {
    g_set_error (error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The journal names an unknown table: %s."), name);
    return FALSE;
  }
  if (!read_columns (database, table->name, &columns, error))
    return FALSE;
  write_statements (&columns, table);
  return TRUE;
}
