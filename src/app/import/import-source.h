#pragma once

#include "shop/importing/import-rows.h"

/* Which way a file shall be read otherwise. */
typedef enum {
  GR_IMPORT_CHANGE_KIND,
  GR_IMPORT_CHANGE_DIALECT,
  GR_IMPORT_CHANGE_COLUMN,
} GrImportChangeKind;

typedef struct {
  GrImportChangeKind what;
  GrImportKind kind;
  GrFileDialect dialect;
  int field;
  int column;
} GrImportChange;

/**
 * GrImportSource:
 *
 * A file to import while it is looked at. Whatever touches the disk happens in a thread: opening it, and every change
 * of how it is read; changes are made in the order they were asked for.
 *
 * Signal: "read": the file was opened or changed, or it could not be opened.
 */
#define GR_TYPE_IMPORT_SOURCE (gr_import_source_get_type())
G_DECLARE_FINAL_TYPE (GrImportSource, gr_import_source, GR, IMPORT_SOURCE, GObject)

GrImportSource *gr_import_source_new (const char *path);
const GrImportSession *gr_import_source_get_session (GrImportSource *self);
gboolean gr_import_source_is_guessed (GrImportSource *self);
const GError *gr_import_source_get_error (GrImportSource *self);
void gr_import_source_change (GrImportSource *self, const GrImportChange *change);
GPtrArray * /* GrImportPreviewRow */
gr_import_source_preview (GrImportSource *self, guint n_rows);
