#pragma once

#include "deed-store.h"

gboolean gr_put_back_rows (GrDatabase *database, const GrDeed *deed, GError **error);
