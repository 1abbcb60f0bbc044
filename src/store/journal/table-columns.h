#pragma once

#include "store/file/database.h"

/* A table's columns in their order, and which is the key; @key is %NULL where there is no such table. */
typedef struct {
  GPtrArray *names;
  char *key;
} GrTableColumns;

gboolean gr_table_columns_read (GrDatabase *database, const char *table, GrTableColumns *columns, GError **error);
gboolean gr_table_columns_have (const GrTableColumns *columns, const char *name);
char *gr_table_columns_image (const GPtrArray *names, const char *row);
void gr_table_columns_clear (GrTableColumns *columns);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrTableColumns, gr_table_columns_clear)
