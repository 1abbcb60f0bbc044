#pragma once

#include "database.h"

gboolean gr_compact_sold_lines (GrDatabase *database, gint64 *n_gone, GError **error);
gboolean gr_compact_file (GrDatabase *database, GError **error);
