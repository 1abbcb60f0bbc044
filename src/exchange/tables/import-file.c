#include "import-file.h"

#include "date-evidence.h"
#include "exchange/read/cell-sample.h"
#include "notation-sniffer.h"
#include "table-rows.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* @csv is %NULL or the same as @source; @sample is its beginning, kept in memory for recognising, headers and the
 * preview. */
struct _GrImportFile {
  char *path;
  const GrImportTable *table;
  GrCellSource *source;
  GrCsvSource *csv;
  GrCellSource *sample;
  GrFileDialect dialect;
  gboolean is_dialect_given;
  GPtrArray *headers; /* char * */
  int columns[GR_MAX_IMPORT_FIELDS];
};

/**
 * gr_import_file_free:
 *
 * Frees what is known of the file, which is open only while it is read.
 */
void
gr_import_file_free (GrImportFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  gr_cell_source_free (self->source);
  gr_cell_source_free (self->sample);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

static gboolean
load_sample (GrImportFile *self, GError **error)
{
  static const GrCellSampleSize size = {500, 512 * 1024};
  GrCellSource *sample = gr_cell_sample_new (self->source, &size, error);

  if (sample == NULL)
    return FALSE;
  gr_cell_source_free (self->sample);
  self->sample = sample;
  return TRUE;
}

static char *
title_column (const GrImportFile *self, const GrCell *cell, guint column)
{
  char buffer[GR_CELL_TEXT_SIZE];

  return self->dialect.cells.has_header ? g_strdup (gr_cell_text (cell, buffer))
                                        : g_strdup_printf (_ ("Column %u"), column + 1);
}

/* The first whole row says how many columns there are, and their titles where it holds these. */
static void
read_headers (GrImportFile *self)
{
  GrTableRows rows;
  const GrCellRow *row = NULL;

  g_ptr_array_set_size (self->headers, 0);
  gr_table_rows_begin (&rows, self->sample, FALSE);
  do
    gr_table_rows_next (&rows, &row, NULL);
  while (row != NULL && row->fault != NULL);
  for (guint i = 0; row != NULL && i < row->n_cells; i++)
    g_ptr_array_add (self->headers, title_column (self, &row->cells[i], i));
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
    if (table->fields[i].type == GR_FIELD_DATE)
      return i;
  return -1;
}

/* Its dates decide, unless somebody has said. */
static void
settle_date_order (GrImportFile *self)
{
  int field = find_date_field (self->table);

  if (field >= 0 && self->columns[field] >= 0 && !self->is_dialect_given)
    gr_date_evidence_settle (&self->dialect.cells, self->source, (guint) self->columns[field]);
}

/* Where no number tells, the decimal sign that goes with the delimiter. */
static char
usual_decimal_sign (const GrImportFile *self)
{
  return self->csv != NULL && self->dialect.csv.delimiter == ';' ? ',' : '.';
}

static gboolean
recognise (GrImportFile *self, GrImportKind kind, GError **error)
{
  if (!load_sample (self, error) ||
      !gr_cell_notation_sniff (&self->dialect.cells, self->sample, usual_decimal_sign (self), error))
    return FALSE;
  read_headers (self);
  if (kind == GR_IMPORT_GUESS &&
      !gr_import_table_guess ((const char *const *) self->headers->pdata, self->headers->len, &kind)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("“%s” does not say what it holds: its columns are neither those of items, suppliers, stock nor sales"),
        self->path);
    return FALSE;
  }
  gr_import_file_set_kind (self, kind);
  return TRUE;
}

static GrImportFile *
make_file (const char *path, GrCellSource *source)
{
  GrImportFile *self = g_new0 (GrImportFile, 1);

  self->path = g_strdup (path);
  self->source = source;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * gr_import_file_new:
 * @name: the file's name, for messages
 * @source: (transfer full): its rows
 * @kind: what it holds, or %GR_IMPORT_GUESS to tell by its headers
 *
 * Recognises how cells that are text are written and which column holds which field. Only the beginning is read, or
 * more where its dates could be read in two ways.
 *
 * Fails with %GR_ERROR_INVALID where there is no table that we know, and as @source does.
 */
GrImportFile *
gr_import_file_new (const char *name, GrCellSource *source, GrImportKind kind, GError **error)
{
  g_autoptr (GrImportFile) self = make_file (name, source);

  return recognise (self, kind, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gr_import_file_open:
 * @kind: what it holds, or %GR_IMPORT_GUESS to tell by its headers
 *
 * Opens a CSV file, plain or gzip, recognises how it is written, and goes on as gr_import_file_new() does. Fails as
 * that and gr_csv_source_new() do.
 */
GrImportFile *
gr_import_file_open (const char *path, GrImportKind kind, GError **error)
{
  GrCsvSource *csv = gr_csv_source_new (path, error);
  g_autoptr (GrImportFile) self = NULL;

  if (csv == NULL)
    return NULL;
  self = make_file (path, gr_csv_source_cells (csv));
  self->csv = csv;
  self->dialect.csv = *gr_csv_source_dialect (csv);
  return recognise (self, kind, error) ? g_steal_pointer (&self) : NULL;
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
  self->source = gr_cell_source_copy (file->source);
  self->csv = file->csv != NULL ? (GrCsvSource *) self->source : NULL;
  self->sample = gr_cell_source_copy (file->sample);
  self->headers = g_ptr_array_copy (file->headers, copy_header, NULL);
  g_ptr_array_set_free_func (self->headers, g_free);
  return self;
}

/**
 * gr_import_file_path:
 *
 * Returns: the name that it was opened by.
 */
const char *
gr_import_file_path (const GrImportFile *self)
{
  return self->path;
}

/**
 * gr_import_file_table:
 *
 * Returns: the table that the file is taken for.
 */
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

/**
 * gr_import_file_dialect:
 *
 * Returns: how the file is written: as recognised, or as somebody said.
 */
const GrFileDialect *
gr_import_file_dialect (const GrImportFile *self)
{
  return &self->dialect;
}

/* A file that cannot be read any more keeps the sample that it had; that is said when its rows are read. */
static void
cut_anew (GrImportFile *self)
{
  gr_csv_source_set_dialect (self->csv, &self->dialect.csv);
  load_sample (self, NULL);
}

/**
 * gr_import_file_set_dialect:
 *
 * Overrides what was recognised. Where the headers are others in consequence, columns are found anew.
 */
void
gr_import_file_set_dialect (GrImportFile *self, const GrFileDialect *dialect)
{
  gboolean has_other_text = self->csv != NULL && (dialect->csv.encoding != self->dialect.csv.encoding ||
                                                     dialect->csv.delimiter != self->dialect.csv.delimiter);
  gboolean has_other_headers = has_other_text || dialect->cells.has_header != self->dialect.cells.has_header;

  self->is_dialect_given = TRUE;
  self->dialect = *dialect;
  if (has_other_text)
    cut_anew (self);
  if (!has_other_headers)
    return;
  read_headers (self);
  map_columns (self);
}

/**
 * gr_import_file_source:
 *
 * Returns: the rows of the whole file.
 */
GrCellSource *
gr_import_file_source (const GrImportFile *self)
{
  return self->source;
}

/**
 * gr_import_file_sample:
 *
 * Returns: the first rows of the file, in memory.
 */
GrCellSource *
gr_import_file_sample (const GrImportFile *self)
{
  return self->sample;
}

/**
 * gr_import_file_n_columns:
 *
 * Returns: how many cells the first whole row has.
 */
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
  if (self->table->fields[field].type == GR_FIELD_DATE)
    settle_date_order (self);
}
