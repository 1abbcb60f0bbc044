#pragma once

#include "store/file/database.h"

gboolean gr_event_learners_add (GrDatabase *database, gint64 deed_id, guint most, GArray *items, GError **error);
