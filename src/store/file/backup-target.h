#pragma once

#include "database.h"

gboolean gr_backup_target_check (GrDatabase *database, const char *path, GError **error);
