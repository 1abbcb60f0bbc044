#pragma once

#include "import-cell.h"

/**
 * GrImportPreviewRow:
 * @fault: what is wrong with the row as a whole, or %NULL
 * @texts: what stands there
 * @faults: what is wrong with it, %NULL where all is well
 * @cells: as it is taken; their text is not to be read
 *
 * One row for the eye; arrays are by column of the file.
 */
typedef struct {
  guint64 line;
  const char *fault;
  char **texts;
  const char **faults;
  GrImportCell *cells;
} GrImportPreviewRow;
