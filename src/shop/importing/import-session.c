#include "import-session.h"

#include "exchange/tables/import-file.h"

/**
 * gr_import_session_open:
 * @kind: what the file holds, or %GR_IMPORT_GUESS to tell by its headers
 *
 * Recognises how a file is written and which of its columns holds which field. Fails with %GR_ERROR_INVALID where it is
 * no table that we know, and where it can't be read.
 */
GrImportSession *
gr_import_session_open (const char *path, GrImportKind kind, GError **error)
{
  return gr_import_file_open (path, kind, error);
}

/**
 * gr_import_session_copy:
 *
 * Returns: (transfer full): the same file, read the same way, for another thread to work on
 */
GrImportSession *
gr_import_session_copy (const GrImportSession *session)
{
  return gr_import_file_copy (session);
}

/**
 * gr_import_session_free:
 *
 * Leaves the file as it is.
 */
void
gr_import_session_free (GrImportSession *session)
{
  gr_import_file_free (session);
}

/**
 * gr_import_session_layout:
 *
 * Returns: (transfer none): how the file is read now; good until that is changed
 */
const GrImportLayout *
gr_import_session_layout (const GrImportSession *session)
{
  return gr_import_file_layout (session);
}

/**
 * gr_import_session_set_kind:
 *
 * Takes the file for another table, and finds the columns of its fields anew.
 */
void
gr_import_session_set_kind (GrImportSession *session, GrImportKind kind)
{
  gr_import_file_set_kind (session, kind);
}

/**
 * gr_import_session_set_dialect:
 *
 * Overrides what was recognised. Where the headers are others in consequence, columns are found anew.
 */
void
gr_import_session_set_dialect (GrImportSession *session, const GrFileDialect *dialect)
{
  gr_import_file_set_dialect (session, dialect);
}

/**
 * gr_import_session_assign:
 * @column: from 0, or -1 for none
 *
 * Says which column holds @field. Another field that had the column loses it.
 */
void
gr_import_session_assign (GrImportSession *session, int field, int column)
{
  gr_import_file_assign (session, field, column);
}

/**
 * gr_import_session_say:
 * @assignment: how the file is written, as gr_file_dialect_set() takes it, or "field=column", the column by its header
 *   or its number from 1; "field=" for none
 *
 * Changes how the file is read in words, for the terminal. Fails with %GR_ERROR_INVALID where there is no such field
 * and %GR_ERROR_NOT_FOUND where there is no such column.
 */
gboolean
gr_import_session_say (GrImportSession *session, const char *assignment, GError **error)
{
  GrFileDialect dialect = gr_import_file_layout (session)->dialect;

  if (!gr_file_dialect_set (&dialect, assignment, NULL))
    return gr_import_file_map (session, assignment, error);
  gr_import_file_set_dialect (session, &dialect);
  return TRUE;
}

/**
 * gr_import_session_preview:
 * @n_rows: at most so many
 *
 * Returns: (transfer full) (element-type GrImportPreviewRow): the first rows as they stand, and what is wrong with each
 *   cell as columns are mapped now; by column of the file. Reads nothing from the disk.
 */
GPtrArray *
gr_import_session_preview (GrImportSession *session, guint n_rows)
{
  return gr_import_file_preview (session, n_rows);
}
