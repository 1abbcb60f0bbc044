#pragma once

#include "store/file/database.h"

gboolean gr_search_index_update (GrDatabase *database, gint64 item_id, GError **error);
