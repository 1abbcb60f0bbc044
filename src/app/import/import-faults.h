#pragma once

#include "shop/importing/import-rows.h"

#include <adwaita.h>

/**
 * GrImportFaults:
 *
 * The bad rows of a file, line by line, to be read, copied and saved. Hidden where there are none.
 */
#define GR_TYPE_IMPORT_FAULTS (gr_import_faults_get_type())
G_DECLARE_FINAL_TYPE (GrImportFaults, gr_import_faults, GR, IMPORT_FAULTS, AdwPreferencesGroup)

void gr_import_faults_show (GrImportFaults *self, const GrImportReport *report);
