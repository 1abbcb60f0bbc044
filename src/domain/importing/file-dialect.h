#pragma once

#include "cell-notation.h"
#include "text-encoding.h"

/**
 * GrCsvDialect:
 * @delimiter: , ; | or a tab
 *
 * How text is cut into cells.
 */
typedef struct {
  GrTextEncoding encoding;
  char delimiter;
} GrCsvDialect;

/**
 * GrFileDialect:
 * @csv: of a CSV file only
 *
 * How a file is written: how it is cut into cells, and what stands in these.
 */
typedef struct {
  GrCsvDialect csv;
  GrCellNotation cells;
} GrFileDialect;

gboolean gr_file_dialect_set (GrFileDialect *dialect, const char *assignment, GError **error);
char *gr_file_dialect_describe (const GrFileDialect *dialect);
