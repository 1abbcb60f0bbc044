#include "header-match.h"

#include "import-words.h"

#include <string.h>

/**
 * gr_header_match_id:
 * @id: as the terminal writes it, "unit_price"
 *
 * Returns: the field's number, or -1.
 */
int
gr_header_match_id (const GrImportTable *table, const char *id)
{
  g_autofree char *word = gr_import_words_normalise (id);

  for (int i = 0; i < table->n_fields; i++) {
    g_autofree char *own = gr_import_words_normalise (table->fields[i].id);

    if (strcmp (own, word) == 0)
      return i;
  }
  return -1;
}

/**
 * gr_header_match_field:
 * @header: as it stands in a file, in any case and with any signs in it
 *
 * Returns: the field that @header is a usual name of, or -1.
 */
int
gr_header_match_field (const GrImportTable *table, const char *header)
{
  g_autofree char *word = gr_import_words_normalise (header);
  int field = gr_header_match_id (table, header);

  for (int i = 0; field < 0 && i < table->n_fields; i++)
    if (gr_import_words_contain (table->fields[i].synonyms, word))
      field = i;
  return field;
}

/**
 * gr_header_match_columns:
 * @columns: (out caller-allocates) (array): by field, the column that holds it, or -1
 *
 * A field goes to the column with its very name, else to the first that has another usual name of it.
 *
 * Returns: how many fields have a column.
 */
int
gr_header_match_columns (const GrImportTable *table, const char *const *headers, guint n_headers, int *columns)
{
  int n_mapped = 0;

  for (int i = 0; i < table->n_fields; i++)
    columns[i] = -1;
  for (guint i = 0; i < n_headers; i++) {
    int field = gr_header_match_id (table, headers[i]);

    if (field >= 0 && columns[field] < 0)
      columns[field] = (int) i;
  }
  for (guint i = 0; i < n_headers; i++) {
    int field = gr_header_match_field (table, headers[i]);

    if (field >= 0 && columns[field] < 0)
      columns[field] = (int) i;
  }
  for (int i = 0; i < table->n_fields; i++)
    n_mapped += columns[i] >= 0;
  return n_mapped;
}

static gboolean
is_complete (const GrImportTable *table, const int *columns)
{
  for (int i = 0; i < table->n_fields; i++)
    if (table->fields[i].is_required && columns[i] < 0)
      return FALSE;
  return TRUE;
}

/**
 * gr_header_match_table:
 * @out: (out): the table most of whose fields are among @headers, all required ones with them
 *
 * Returns: %FALSE where no table fits.
 */
gboolean
gr_header_match_table (const char *const *headers, guint n_headers, GrImportKind *out)
{
  static const GrImportKind order[] = {GR_IMPORT_SALES, GR_IMPORT_STOCK, GR_IMPORT_ITEMS, GR_IMPORT_SUPPLIERS};
  int columns[GR_MAX_IMPORT_FIELDS], most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    const GrImportTable *table = gr_import_table_get (order[i]);
    int n_mapped = gr_header_match_columns (table, headers, n_headers, columns);

    if (n_mapped > most && is_complete (table, columns)) {
      most = n_mapped;
      *out = order[i];
    }
  }
  return most > 0;
}
