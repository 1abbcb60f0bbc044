#pragma once

#include "shop/importing/import-rows.h"

#include <adwaita.h>

/**
 * GrImportDialect:
 *
 * How a file is written: what was recognised in a sentence, unfolding to what can be said otherwise.
 *
 * Signal: "changed": gr_import_dialect_read() gives something else.
 */
#define GR_TYPE_IMPORT_DIALECT (gr_import_dialect_get_type())
G_DECLARE_FINAL_TYPE (GrImportDialect, gr_import_dialect, GR, IMPORT_DIALECT, AdwExpanderRow)

void gr_import_dialect_show (GrImportDialect *self, const GrImportLayout *layout);
void gr_import_dialect_read (GrImportDialect *self, GrFileDialect *dialect);
