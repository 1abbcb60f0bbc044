#pragma once

#include "domain/importing/import-table.h"

int gr_header_match_id (const GrImportTable *table, const char *id);
int gr_header_match_field (const GrImportTable *table, const char *header);
int gr_header_match_columns (const GrImportTable *table, const char *const *headers, guint n_headers, int *columns);
gboolean gr_header_match_table (const char *const *headers, guint n_headers, GrImportKind *out);
