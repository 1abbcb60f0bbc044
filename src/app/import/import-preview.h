#pragma once

#include "import-source.h"

#include <gtk/gtk.h>

/**
 * GrImportPreview:
 *
 * The first rows of a file as they would be taken in, one column per field, and dimmed what else is in the file; cells
 * that are no good are marked and say why.
 */
#define GR_TYPE_IMPORT_PREVIEW (gr_import_preview_get_type())
G_DECLARE_FINAL_TYPE (GrImportPreview, gr_import_preview, GR, IMPORT_PREVIEW, GtkWidget)

void gr_import_preview_show (GrImportPreview *self, const GrImportLayout *layout, GPtrArray *rows, guint n_rows);
void gr_import_preview_judge (GrImportPreview *self, const GrImportReport *report);
