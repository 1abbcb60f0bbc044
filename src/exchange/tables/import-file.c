#include "import-file.h"

#include "date-evidence.h"
#include "header-match.h"
#include "notation-sniffer.h"
#include "table-rows.h"

#include "domain/base/error.h"
#include "exchange/read/cell-sample.h"
#include "exchange/read/csv-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @csv is %NULL or the same as @source; @sample is its beginning, kept in memory for recognising, headers and the
 * preview. */
struct _GrImportFile {
  GrImportLayout layout;
  GrCellSource *source;
  GrCsvSource *csv;
  GrCellSource *sample;
  gboolean is_dialect_given;
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
  g_free (self->layout.path);
  g_strfreev (self->layout.titles);
  gr_cell_source_free (self->source);
  gr_cell_source_free (self->sample);
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

  return self->layout.dialect.cells.has_header ? g_strdup (gr_cell_text (cell, buffer))
                                               : g_strdup_printf (_ ("Column %u"), column + 1);
}

/* The first whole row says how many columns there are, and their titles where it holds these. */
static void
read_headers (GrImportFile *self)
{
  GrImportLayout *layout = &self->layout;
  GrTableRows rows;
  const GrCellRow *row = NULL;

  gr_table_rows_begin (&rows, self->sample, FALSE);
  do
    gr_table_rows_next (&rows, &row, NULL);
  while (row != NULL && row->fault != NULL);
  g_strfreev (layout->titles);
  layout->n_columns = row != NULL ? row->n_cells : 0;
  layout->titles = g_new0 (char *, layout->n_columns + 1);
  for (guint i = 0; i < layout->n_columns; i++)
    layout->titles[i] = title_column (self, &row->cells[i], i);
}

static void
map_columns (GrImportFile *self)
{
  GrImportLayout *layout = &self->layout;

  gr_header_match_columns (layout->table, (const char *const *) layout->titles, layout->n_columns, layout->columns);
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
decide_date_order (GrImportFile *self)
{
  int field = find_date_field (self->layout.table);

  if (field >= 0 && self->layout.columns[field] >= 0 && !self->is_dialect_given)
    gr_date_evidence_decide (&self->layout.dialect.cells, self->source, (guint) self->layout.columns[field]);
}

/* Where no number tells, the decimal sign that goes with the delimiter. */
static char
usual_decimal_sign (const GrImportFile *self)
{
  return self->csv != NULL && self->layout.dialect.csv.delimiter == ';' ? ',' : '.';
}

static gboolean
recognise (GrImportFile *self, GrImportKind kind, GError **error)
{
  if (!load_sample (self, error) ||
      !gr_cell_notation_sniff (&self->layout.dialect.cells, self->sample, usual_decimal_sign (self), error))
    return FALSE;
  read_headers (self);
  if (kind == GR_IMPORT_GUESS &&
      !gr_header_match_table ((const char *const *) self->layout.titles, self->layout.n_columns, &kind)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("The contents of “%s” were not recognised: its columns match neither items, suppliers, stock nor sales"),
        self->layout.path);
    return FALSE;
  }
  gr_import_file_set_kind (self, kind);
  return TRUE;
}

static GrImportFile *
make_file (const char *path, GrCellSource *source)
{
  GrImportFile *self = g_new0 (GrImportFile, 1);

  self->layout.path = g_strdup (path);
  self->source = source;
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
  self->layout.dialect.csv = *gr_csv_source_dialect (csv);
  return recognise (self, kind, error) ? g_steal_pointer (&self) : NULL;
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
  self->layout.path = g_strdup (file->layout.path);
  self->layout.titles = g_strdupv (file->layout.titles);
  self->source = gr_cell_source_copy (file->source);
  self->csv = file->csv != NULL ? (GrCsvSource *) self->source : NULL;
  self->sample = gr_cell_source_copy (file->sample);
  return self;
}

/**
 * gr_import_file_layout:
 *
 * Returns: how the file is read now; good until that is changed.
 */
const GrImportLayout *
gr_import_file_layout (const GrImportFile *self)
{
  return &self->layout;
}

/**
 * gr_import_file_set_kind:
 *
 * Takes the file for another table, and finds the columns of its fields anew.
 */
void
gr_import_file_set_kind (GrImportFile *self, GrImportKind kind)
{
  self->layout.table = gr_import_table_get (kind);
  map_columns (self);
  decide_date_order (self);
}

/* A file that cannot be read any more keeps the sample that it had; that is said when its rows are read. */
static void
cut_anew (GrImportFile *self)
{
  gr_csv_source_set_dialect (self->csv, &self->layout.dialect.csv);
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
  gboolean has_other_text = self->csv != NULL && (dialect->csv.encoding != self->layout.dialect.csv.encoding ||
                                                     dialect->csv.delimiter != self->layout.dialect.csv.delimiter);
  gboolean has_other_headers = has_other_text || dialect->cells.has_header != self->layout.dialect.cells.has_header;

  self->is_dialect_given = TRUE;
  self->layout.dialect = *dialect;
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
 * gr_import_file_assign:
 * @column: from 0, or -1 for none
 *
 * Says which column holds @field. Another field that had the column loses it.
 */
void
gr_import_file_assign (GrImportFile *self, int field, int column)
{
  g_return_if_fail (field >= 0 && field < self->layout.table->n_fields);
  g_return_if_fail (column >= -1 && column < (int) self->layout.n_columns);
  for (int i = 0; column >= 0 && i < self->layout.table->n_fields; i++)
    if (self->layout.columns[i] == column)
      self->layout.columns[i] = -1;
  self->layout.columns[field] = column;
  if (self->layout.table->fields[field].type == GR_FIELD_DATE)
    decide_date_order (self);
}
