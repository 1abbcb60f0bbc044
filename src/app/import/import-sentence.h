#pragma once

#include "shop/importing/import-rows.h"

/* What the import says, in sentences; everything returned is (transfer full). */

char *gr_import_sentence_of_dialect (const GrImportLayout *layout);
char *gr_import_sentence_of_missing (const GrImportLayout *layout);
char *gr_import_sentence_of_trial (const GrImportOutcome *outcome);
char *gr_import_sentence_of_outcome (const GrImportOutcome *outcome);
char *gr_import_sentence_of_button (const GrImportOutcome *outcome);
char *gr_import_sentence_of_error (const GError *error, const char *path);
char *gr_import_sentence_of_cell (const GrImportCell *cell, GrFieldType type, const char *text);
