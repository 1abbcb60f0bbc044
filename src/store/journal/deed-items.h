#pragma once

#include "store/file/database.h"

GArray *gr_deed_items (GrDatabase *database, gint64 deed_id, GError **error);
GPtrArray *gr_deed_events (GrDatabase *database, gint64 deed_id, GError **error);
