#pragma once

#include "file-dialect.h"
#include "import-report.h"
#include "import-table.h"

#include "domain/base/date.h"
#include "domain/base/progress.h"

/**
 * GrImportRow:
 * @line: of the file, or the row of the sheet, from 1
 * @cells: one per field of the table, as %GR_SALES_ITEM etc. number them
 *
 * A row in which every cell is what it should be. Valid only during the call.
 */
typedef struct {
  guint64 line;
  const GrImportTable *table;
  const GrImportCell *cells;
  GrImportReport *report;
} GrImportRow;

typedef enum {
  GR_IMPORT_TAKEN,
  GR_IMPORT_REFUSED, /* from gr_import_row_refuse(): in the report, reading goes on */
  GR_IMPORT_FAILED,  /* reading ends with the error that the function set */
} GrImportVerdict;

typedef GrImportVerdict (*GrImportRowFunc) (const GrImportRow *row, gpointer data, GError **error);

GrImportVerdict gr_import_row_refuse (const GrImportRow *row, int field, const char *reason);

/**
 * GrImportPreviewRow:
 * @fault: what is wrong with the row as a whole, or %NULL
 * @texts: what stands there
 * @faults: what is wrong with it, %NULL where all is well
 * @cells: as it is taken; their text is not to be read
 *
 * One row for the eye; arrays are by column of the file.
 */
typedef struct {
  guint64 line;
  const char *fault;
  char **texts;
  const char **faults;
  GrImportCell *cells;
} GrImportPreviewRow;

typedef struct _GrImportFile GrImportFile;

GrImportFile *gr_import_file_new (const char *name, GrCellSource *source, GrImportKind kind, GError **error);
GrImportFile *gr_import_file_open (const char *path, GrImportKind kind, GError **error);
GrImportFile *gr_import_file_copy (const GrImportFile *file);
void gr_import_file_free (GrImportFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrImportFile, gr_import_file_free)

const char *gr_import_file_path (const GrImportFile *file);
const GrImportTable *gr_import_file_table (const GrImportFile *file);
void gr_import_file_set_kind (GrImportFile *file, GrImportKind kind);
const GrFileDialect *gr_import_file_dialect (const GrImportFile *file);
void gr_import_file_set_dialect (GrImportFile *file, const GrFileDialect *dialect);

GrCellSource *gr_import_file_source (const GrImportFile *file);
GrCellSource *gr_import_file_sample (const GrImportFile *file);
guint gr_import_file_n_columns (const GrImportFile *file);
const char *gr_import_file_column_title (const GrImportFile *file, guint column);
int gr_import_file_column_of (const GrImportFile *file, int field);
void gr_import_file_assign (GrImportFile *file, int field, int column);
gboolean gr_import_file_map (GrImportFile *file, const char *assignment, GError **error);
gboolean gr_import_file_check (const GrImportFile *file, GError **error);

GPtrArray *gr_import_file_preview (GrImportFile *file, guint n_rows);
gboolean gr_import_file_read (GrImportFile *file, GrImportRowFunc func, gpointer data, GrImportReport *report,
    const GrProgress *progress, GError **error);
