#pragma once

#include "deed-store.h"

gboolean gr_undo_rows (GrDatabase *database, const GrDeed *deed, GError **error);
