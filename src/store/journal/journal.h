#pragma once

#include "store/file/database.h"

gboolean gr_journal_remove (GrDatabase *database, GError **error);
gboolean gr_journal_install (GrDatabase *database, GError **error);
