#pragma once

#include "database.h"

#include "domain/base/progress.h"

gboolean gr_backup_write (GrDatabase *database, const char *path, const GrProgress *progress, GError **error);
