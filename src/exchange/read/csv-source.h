#pragma once

#include "cell-source.h"

#include "domain/importing/file-dialect.h"

/**
 * GrCsvSource:
 *
 * A CSV file, plain or gzip, as a #GrCellSource. Delimiter, encoding and quotes are nobody's business but its own.
 */
typedef struct _GrCsvSource GrCsvSource;

GrCsvSource *gr_csv_source_new (const char *path, GError **error);
GrCellSource *gr_csv_source_cells (GrCsvSource *source);
const GrCsvDialect *gr_csv_source_dialect (const GrCsvSource *source);
void gr_csv_source_set_dialect (GrCsvSource *source, const GrCsvDialect *dialect);
