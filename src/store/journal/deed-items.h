#pragma once

#include "store/file/database.h"

gboolean gr_deed_is_of_all (GrDatabase *database, gint64 deed_id, gboolean *is_of_all, GError **error);
GArray *gr_deed_items (GrDatabase *database, gint64 deed_id, GError **error);
GPtrArray *gr_deed_events (GrDatabase *database, gint64 deed_id, GError **error);
