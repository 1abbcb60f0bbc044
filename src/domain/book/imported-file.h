#pragma once

#include "domain/base/date.h"

/* A file that was imported and not taken back since. */
typedef struct {
  gint64 deed_id;
  char *kind;
  char *name;
  char *sha256;
  gint64 n_rows;
  GrInstant done_at;
} GrImportedFile;

void gr_imported_file_free (GrImportedFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrImportedFile, gr_imported_file_free)
