#pragma once

#include "database.h"

#include "domain/base/date.h"

#include <sqlite3.h>

/**
 * GrQuery:
 *
 * One run of a prepared statement; for this room only. SQL is a string that lives as long as the program: statements
 * are cached by its address. @types has a letter for each bound value: i int, l gint64, d double (NaN is NULL), t text
 * (%NULL is NULL; it must live until the query ends), D GrDate (%GR_DATE_NONE is NULL), r gint64 reference (0 is NULL).
 */
typedef struct {
  GrDatabase *database;
  sqlite3_stmt *statement;
  gboolean is_cached;
  int status;
} GrQuery;

GrQuery gr_query (GrDatabase *database, const char *sql, const char *types, ...);
gboolean gr_query_next (GrQuery *query);
gboolean gr_query_end (GrQuery *query, GError **error);

gboolean gr_query_run (GrDatabase *database, GError **error, const char *sql, const char *types, ...);
gboolean gr_query_int64 (GrDatabase *database, gint64 *out, GError **error, const char *sql, const char *types, ...);
gboolean gr_query_script (GrDatabase *database, const char *sql, GError **error);

gint64 gr_query_id (GrQuery *query, int column);
int gr_query_int (GrQuery *query, int column);
double gr_query_double (GrQuery *query, int column);
double gr_query_double_or (GrQuery *query, int column, double if_null);
GrDate gr_query_date (GrQuery *query, int column);
const char *gr_query_text (GrQuery *query, int column);
char *gr_query_dup_text (GrQuery *query, int column);
