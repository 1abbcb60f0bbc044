#pragma once

#include "domain/base/progress.h"
#include "domain/importing/import-cell.h"
#include "domain/importing/import-layout.h"
#include "domain/importing/import-preview-row.h"
#include "domain/importing/import-report.h"
#include "exchange/read/cell-source.h"

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

typedef struct _GrImportFile GrImportFile;

GrImportFile *gr_import_file_new (const char *name, GrCellSource *source, GrImportKind kind, GError **error);
GrImportFile *gr_import_file_open (const char *path, GrImportKind kind, GError **error);
GrImportFile *gr_import_file_copy (const GrImportFile *file);
void gr_import_file_free (GrImportFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrImportFile, gr_import_file_free)

const GrImportLayout *gr_import_file_layout (const GrImportFile *file);
void gr_import_file_set_kind (GrImportFile *file, GrImportKind kind);
void gr_import_file_set_dialect (GrImportFile *file, const GrFileDialect *dialect);

GrCellSource *gr_import_file_source (const GrImportFile *file);
GrCellSource *gr_import_file_sample (const GrImportFile *file);
void gr_import_file_assign (GrImportFile *file, int field, int column);
gboolean gr_import_file_map (GrImportFile *file, const char *assignment, GError **error);
gboolean gr_import_file_check (const GrImportFile *file, GError **error);

GPtrArray *gr_import_file_preview (GrImportFile *file, guint n_rows);
gboolean gr_import_file_read (GrImportFile *file, GrImportRowFunc func, gpointer data, GrImportReport *report,
    const GrProgress *progress, GError **error);
