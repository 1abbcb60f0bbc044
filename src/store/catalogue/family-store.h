#pragma once

#include "store/file/database.h"

#include "domain/trade/family.h"

GPtrArray *gr_family_store_list (GrDatabase *database, GError **error);
gboolean gr_family_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error);
gboolean gr_family_store_find_in_any_case (GrDatabase *database, const char *name, char **found, GError **error);
gboolean gr_family_store_save (GrDatabase *database, GrFamily *family, GError **error);
