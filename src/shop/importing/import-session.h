#pragma once

#include "domain/importing/import-layout.h"
#include "domain/importing/import-preview-row.h"

/**
 * GrImportSession:
 *
 * A file that is about to be imported, and how it is to be read. Belongs to one thread at a time; another one takes a
 * copy.
 */
typedef struct _GrImportFile GrImportSession;

GrImportSession *gr_import_session_open (const char *path, GrImportKind kind, GError **error);
GrImportSession *gr_import_session_copy (const GrImportSession *session);
void gr_import_session_free (GrImportSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrImportSession, gr_import_session_free)

const GrImportLayout *gr_import_session_layout (const GrImportSession *session);
void gr_import_session_set_kind (GrImportSession *session, GrImportKind kind);
void gr_import_session_set_dialect (GrImportSession *session, const GrFileDialect *dialect);
void gr_import_session_assign (GrImportSession *session, int field, int column);
gboolean gr_import_session_say (GrImportSession *session, const char *assignment, GError **error);
GPtrArray *gr_import_session_preview (GrImportSession *session, guint n_rows);
