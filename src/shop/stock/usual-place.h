#pragma once

#include "store/file/database.h"

gboolean gr_usual_place_find (GrDatabase *database, gint64 item_id, gint64 *location_id, GError **error);
