#pragma once

#include "shop/importing/import-rows.h"

#include <adwaita.h>

/**
 * GrImportMapping:
 *
 * Which column of the file holds which field: one row per field, those that are needed first.
 *
 * Signal: "assigned" (int field, int column): somebody chose a column, -1 for none.
 */
#define GR_TYPE_IMPORT_MAPPING (gr_import_mapping_get_type())
G_DECLARE_FINAL_TYPE (GrImportMapping, gr_import_mapping, GR, IMPORT_MAPPING, AdwPreferencesGroup)

void gr_import_mapping_show (GrImportMapping *self, const GrImportLayout *layout, GPtrArray *rows);
