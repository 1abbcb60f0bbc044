#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/book/imported-file.h"

gboolean gr_imported_file_store_add (GrDatabase *database, const GrImportedFile *file, GError **error);
gboolean gr_imported_file_store_find (
    GrDatabase *database, const char *kind, const char *sha256, GrImportedFile **file, GError **error);
