#include "imported-file.h"

void
gr_imported_file_free (GrImportedFile *file)
{
  if (file == NULL)
    return;
  g_free (file->kind);
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}
