#pragma once

#include "file-dialect.h"
#include "import-table.h"

/**
 * GrImportLayout:
 * @path: the name that the file was opened by
 * @table: what the file is taken for
 * @dialect: how it is written: as recognised, or as somebody said
 * @titles: by column of the file, its header; "Column 3" where the file has no header row
 * @columns: by field of @table, the column that holds it, from 0, or -1
 *
 * How a file is read.
 */
typedef struct {
  char *path;
  const GrImportTable *table;
  GrFileDialect dialect;
  char **titles;
  guint n_columns;
  int columns[GR_MAX_IMPORT_FIELDS];
} GrImportLayout;
