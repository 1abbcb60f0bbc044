#include "import-file.h"

#include "header-match.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By header, in any case, or by number from 1; -1 where there is none. */
static int
find_column (const GrImportLayout *layout, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *end;
  guint64 number;

  for (guint i = 0; i < layout->n_columns; i++) {
    g_autofree char *header = g_utf8_casefold (layout->titles[i], -1);

    if (strcmp (header, folded) == 0)
      return (int) i;
  }
  number = g_ascii_strtoull (name, &end, 10);
  return g_ascii_isdigit (*name) && *end == '\0' && number >= 1 && number <= layout->n_columns ? (int) number - 1 : -1;
}

static void
refuse_assignment (const GrImportTable *table, const char *assignment, GError **error)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (int i = 0; i < table->n_fields; i++)
    g_string_append_printf (fields, "%s%s", i > 0 ? ", " : "", table->fields[i].id);
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” must have the form field=column; the fields of %s are %s"),
      assignment, gr_import_table_title (table), fields->str);
}

/**
 * gr_import_file_map:
 * @assignment: "field=column", the column by its header or its number from 1; "field=" for none
 *
 * gr_import_file_assign() in words, for the terminal. Fails with %GR_ERROR_INVALID where there is no such field
 * and %GR_ERROR_NOT_FOUND where there is no such column.
 */
gboolean
gr_import_file_map (GrImportFile *self, const char *assignment, GError **error)
{
  const GrImportLayout *layout = gr_import_file_layout (self);
  const char *sign = strchr (assignment, '=');
  g_autofree char *name = sign != NULL ? g_strndup (assignment, (gsize) (sign - assignment)) : g_strdup (assignment);
  int field = gr_header_match_id (layout->table, name), column;

  if (sign == NULL || field < 0) {
    refuse_assignment (layout->table, assignment, error);
    return FALSE;
  }
  column = find_column (layout, sign + 1);
  if (column < 0 && sign[1] != '\0') {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("“%s” has no column “%s”"), layout->path, sign + 1);
    return FALSE;
  }
  gr_import_file_assign (self, field, column);
  return TRUE;
}

/**
 * gr_import_file_check:
 *
 * Fails with %GR_ERROR_INVALID where a required field has no column.
 */
gboolean
gr_import_file_check (const GrImportFile *self, GError **error)
{
  const GrImportLayout *layout = gr_import_file_layout (self);
  const GrImportTable *table = layout->table;

  for (int i = 0; i < table->n_fields; i++)
    if (table->fields[i].is_required && layout->columns[i] < 0) {
      g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” has no column for “%s” (%s); please choose one"),
          layout->path, gr_import_field_title (&table->fields[i]), table->fields[i].id);
      return FALSE;
    }
  return TRUE;
}
