#pragma once

#include "store/file/database.h"

#include "domain/stock/location.h"
#include "stock/posting.h"

GPtrArray *gr_location_store_list_internal (GrDatabase *database, GError **error);
gboolean gr_location_store_role (GrDatabase *database, GrPlaceRole role, gint64 *id, GError **error);
gboolean gr_location_store_ends (GrDatabase *database, GrLedgerEnds *ends, GError **error);
gboolean gr_location_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error);
gboolean gr_location_store_add (GrDatabase *database, const char *name, gint64 *id, GError **error);
