#include "import-file.h"

#include "exchange/read/csv-sniffer.h"
#include "exchange/read/date-evidence.h"
#include "import-row.h"
#include "exchange/read/text-source.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Read at once for recognising, headers and the preview. */
#define SAMPLE_SIZE (256 * 1024)

struct _GrImportFile {
  char *path;
  const GrImportTable *table;
  GrCsvDialect dialect;
  gboolean is_dialect_given;
  GString *sample;
  guint64 n_replaced; /* in the sample */
  GPtrArray *headers; /* char * */
  int columns[GR_MAX_IMPORT_FIELDS];
};

void
gr_import_file_free (GrImportFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  if (self->sample != NULL)
    g_string_free (self->sample, TRUE);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

/* @encoding: %NULL to recognise it. */
static gboolean
load_sample (GrImportFile *self, const GrEncoding *encoding, GError **error)
{
  g_autoptr (GrTextSource) source = gr_text_source_open (self->path, error);
  const char *text;
  gsize length = 1;

  if (source == NULL)
    return FALSE;
  if (encoding != NULL)
    gr_text_source_set_encoding (source, *encoding);
  g_string_truncate (self->sample, 0);
  while (self->sample->len < SAMPLE_SIZE && length > 0) {
    if (!gr_text_source_read (source, &text, &length, error))
      return FALSE;
    g_string_append_len (self->sample, text, (gssize) length);
  }
  self->dialect.encoding = gr_text_source_encoding (source);
  self->n_replaced = gr_text_source_n_replaced (source);
  return TRUE;
}

static gboolean
check_sample (const GrImportFile *self, GError **error)
{
  if (g_str_has_prefix (self->sample->str, "PK\003\004"))
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("“%s” is a workbook or an archive; save the sheet that you need as CSV"), self->path);
  else if (self->n_replaced * 20 > self->sample->len)
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a text file"), self->path);
  else if (self->sample->str[strspn (self->sample->str, " \t\r\n")] == '\0')
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is empty"), self->path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_headers_cb (const GrCsvRow *row, gpointer data)
{
  GrImportFile *self = data;

  if (gr_row_reader_passes_over (row) || row->is_broken)
    return TRUE;
  for (guint i = 0; i < row->n_fields; i++)
    g_ptr_array_add (self->headers, self->dialect.has_header ? g_strstrip (g_strdup (row->fields[i].text))
                                                             : g_strdup_printf (_ ("Column %u"), i + 1));
  return FALSE;
}

static void
read_headers (GrImportFile *self)
{
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (self->dialect.delimiter, take_headers_cb, self);

  g_ptr_array_set_size (self->headers, 0);
  if (gr_csv_reader_feed (reader, self->sample->str, self->sample->len))
    gr_csv_reader_finish (reader);
}

static void
map_columns (GrImportFile *self)
{
  gr_import_table_map (self->table, (const char *const *) self->headers->pdata, self->headers->len, self->columns);
}

/* The field of the table that is a date, or -1. */
static int
find_date_field (const GrImportTable *table)
{
  for (int i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == GR_CELL_DATE)
      return i;
  return -1;
}

/* Its dates decide, unless somebody has said. */
static void
settle_date_order (GrImportFile *self)
{
  int field = find_date_field (self->table);

  if (field >= 0 && self->columns[field] >= 0 && !self->is_dialect_given)
    gr_date_evidence_settle (&self->dialect, self->path, (guint) self->columns[field]);
}

/**
 * gr_import_file_open:
 * @kind: what it holds, or %GR_IMPORT_GUESS to tell by its headers
 *
 * Opens a CSV file, plain or gzip, recognises how it is written and which column holds which field. Only its
 * beginning is read, or more where its dates could be read in two ways.
 *
 * Fails with %GR_ERROR_INVALID where the file is no text, is empty, or holds no table we know, and as
 * gr_text_source_open() does.
 */
GrImportFile *
gr_import_file_open (const char *path, GrImportKind kind, GError **error)
{
  g_autoptr (GrImportFile) self = g_new0 (GrImportFile, 1);

  self->path = g_strdup (path);
  self->sample = g_string_new (NULL);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  if (!load_sample (self, NULL, error) || !check_sample (self, error))
    return NULL;
  gr_csv_dialect_sniff (&self->dialect, self->sample->str, self->sample->len);
  read_headers (self);
  if (kind == GR_IMPORT_GUESS &&
      !gr_import_table_guess ((const char *const *) self->headers->pdata, self->headers->len, &kind)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("“%s” does not say what it holds: its columns are neither those of items, suppliers, stock nor sales"),
        path);
    return NULL;
  }
  gr_import_file_set_kind (self, kind);
  return g_steal_pointer (&self);
}

static gpointer
copy_header (gconstpointer header, gpointer data)
{
  return g_strdup (header);
}

/**
 * gr_import_file_copy:
 *
 * Returns: (transfer full): the same file, read the same way, for another thread to work on
 */
GrImportFile *
gr_import_file_copy (const GrImportFile *file)
{
  GrImportFile *self = g_new0 (GrImportFile, 1);

  *self = *file;
  self->path = g_strdup (file->path);
  self->sample = g_string_new_len (file->sample->str, (gssize) file->sample->len);
  self->headers = g_ptr_array_copy (file->headers, copy_header, NULL);
  g_ptr_array_set_free_func (self->headers, g_free);
  return self;
}

const char *
gr_import_file_path (const GrImportFile *self)
{
  return self->path;
}

const GrImportTable *
gr_import_file_table (const GrImportFile *self)
{
  return self->table;
}

/**
 * gr_import_file_set_kind:
 *
 * Takes the file for another table, and finds the columns of its fields anew.
 */
void
gr_import_file_set_kind (GrImportFile *self, GrImportKind kind)
{
  self->table = gr_import_table_get (kind);
  map_columns (self);
  settle_date_order (self);
}

const GrCsvDialect *
gr_import_file_dialect (const GrImportFile *self)
{
  return &self->dialect;
}

/**
 * gr_import_file_set_dialect:
 *
 * Overrides what was recognised. Where the headers are others in consequence, columns are found anew.
 */
void
gr_import_file_set_dialect (GrImportFile *self, const GrCsvDialect *dialect)
{
  gboolean has_other_text = dialect->encoding != self->dialect.encoding;
  gboolean has_other_headers = has_other_text || dialect->delimiter != self->dialect.delimiter ||
                               dialect->has_header != self->dialect.has_header;

  self->is_dialect_given = TRUE;
  if (has_other_text)
    load_sample (self, &dialect->encoding, NULL);
  self->dialect = *dialect;
  if (!has_other_headers)
    return;
  read_headers (self);
  map_columns (self);
}

/**
 * gr_import_file_sample:
 *
 * Returns: the beginning of the file as UTF-8.
 */
const GString *
gr_import_file_sample (const GrImportFile *self)
{
  return self->sample;
}

guint
gr_import_file_n_columns (const GrImportFile *self)
{
  return self->headers->len;
}

/**
 * gr_import_file_column_title:
 *
 * Returns: the column's header, or "Column 3" where the file has no header row.
 */
const char *
gr_import_file_column_title (const GrImportFile *self, guint column)
{
  g_return_val_if_fail (column < self->headers->len, "");
  return g_ptr_array_index (self->headers, column);
}

/**
 * gr_import_file_column_of:
 *
 * Returns: the column that holds @field, from 0, or -1.
 */
int
gr_import_file_column_of (const GrImportFile *self, int field)
{
  g_return_val_if_fail (field >= 0 && field < self->table->n_fields, -1);
  return self->columns[field];
}

/**
 * gr_import_file_assign:
 * @column: from 0, or -1 for none
 *
 * Says which column holds @field. Another field that had the column loses it.
 */
void
gr_import_file_assign (GrImportFile *self, int field, int column)
{
  g_return_if_fail (field >= 0 && field < self->table->n_fields);
  g_return_if_fail (column >= -1 && column < (int) self->headers->len);
  for (int i = 0; column >= 0 && i < self->table->n_fields; i++)
    if (self->columns[i] == column)
      self->columns[i] = -1;
  self->columns[field] = column;
  if (self->table->fields[field].type == GR_CELL_DATE)
    settle_date_order (self);
}

/* By header, in any case, or by number from 1; -1 where there is none. */
static int
find_column (const GrImportFile *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *end;
  guint64 number;

  for (guint i = 0; i < self->headers->len; i++) {
    g_autofree char *header = g_utf8_casefold (g_ptr_array_index (self->headers, i), -1);

    if (strcmp (header, folded) == 0)
      return (int) i;
  }
  number = g_ascii_strtoull (name, &end, 10);
  return g_ascii_isdigit (*name) && *end == '\0' && number >= 1 && number <= self->headers->len ? (int) number - 1 : -1;
}

static void
refuse_assignment (const GrImportTable *table, const char *assignment, GError **error)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (int i = 0; i < table->n_fields; i++)
    g_string_append_printf (fields, "%s%s", i > 0 ? ", " : "", table->fields[i].id);
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not in the form field=column; the fields of %s are %s"),
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
  const char *sign = strchr (assignment, '=');
  g_autofree char *name = sign != NULL ? g_strndup (assignment, (gsize) (sign - assignment)) : g_strdup (assignment);
  int field = gr_import_table_find_field (self->table, name), column;

  if (sign == NULL || field < 0) {
    refuse_assignment (self->table, assignment, error);
    return FALSE;
  }
  column = find_column (self, sign + 1);
  if (column < 0 && sign[1] != '\0') {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("“%s” has no column “%s”"), self->path, sign + 1);
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
  for (int i = 0; i < self->table->n_fields; i++)
    if (self->table->fields[i].is_required && self->columns[i] < 0) {
      g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” has no column for “%s” (%s); say which one holds it"),
          self->path, gr_import_field_title (&self->table->fields[i]), self->table->fields[i].id);
      return FALSE;
    }
  return TRUE;
}
