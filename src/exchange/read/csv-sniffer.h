#pragma once

#include "csv-dialect.h"
#include "csv-reader.h"

void gr_csv_dialect_sniff (GrCsvDialect *dialect, const char *sample, gsize length);
gboolean gr_csv_row_is_separator_hint (const GrCsvRow *row);
