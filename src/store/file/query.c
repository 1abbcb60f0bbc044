#include "query.h"

#include <math.h>
#include <stdarg.h>

static int
bind_value (sqlite3_stmt *statement, int index, char type, va_list *values)
{
  gint64 reference;
  const char *text;
  int date;

  switch (type) {
  case 'i':
    return sqlite3_bind_int (statement, index, va_arg (*values, int));
  case 'l':
    return sqlite3_bind_int64 (statement, index, va_arg (*values, gint64));
  case 'd':
    return sqlite3_bind_double (statement, index, va_arg (*values, double));
  case 't':
    text = va_arg (*values, const char *);
    return text != NULL ? sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC)
                        : sqlite3_bind_null (statement, index);
  case 'D':
    date = va_arg (*values, GrDate);
    return date != GR_DATE_NONE ? sqlite3_bind_int (statement, index, date) : sqlite3_bind_null (statement, index);
  case 'r':
    reference = va_arg (*values, gint64);
    return reference != 0 ? sqlite3_bind_int64 (statement, index, reference) : sqlite3_bind_null (statement, index);
  default:
    g_assert_not_reached();
  }
}

static void
bind_all (GrQuery *query, const char *types, va_list *values)
{
  int index = 1;

  for (const char *type = types; query->status == SQLITE_OK && *type != '\0'; type++)
    query->status = bind_value (query->statement, index++, *type, values);
}

/* A statement that is still giving rows is left alone: the inner run gets one of its own. */
static GrQuery
open_query (GrDatabase *database, const char *sql, const char *types, va_list *values)
{
  GrQuery query = {.database = database, .is_cached = TRUE, .status = SQLITE_OK};

  query.statement = gr_database_prepare (database, sql, NULL);
  if (query.statement != NULL && sqlite3_stmt_busy (query.statement)) {
    query.is_cached = FALSE;
    query.statement = NULL;
    sqlite3_prepare_v2 (gr_database_handle (database), sql, -1, &query.statement, NULL);
  }
  if (query.statement == NULL)
    query.status = sqlite3_extended_errcode (gr_database_handle (database));
  else
    bind_all (&query, types, values);
  return query;
}

/**
 * gr_query:
 * @sql: a string that lives as long as the program
 * @types: a letter for each value, see GrQuery
 *
 * Starts a statement. Errors show in gr_query_end(), which must follow.
 */
GrQuery
gr_query (GrDatabase *database, const char *sql, const char *types, ...)
{
  va_list values;
  GrQuery query;

  va_start (values, types);
  query = open_query (database, sql, types, &values);
  va_end (values);
  return query;
}

/**
 * gr_query_next:
 *
 * Returns: whether there is a (further) row; %FALSE at the end and on errors.
 */
gboolean
gr_query_next (GrQuery *query)
{
  if (query->status != SQLITE_OK && query->status != SQLITE_ROW)
    return FALSE;
  query->status = sqlite3_step (query->statement);
  return query->status == SQLITE_ROW;
}

/**
 * gr_query_end:
 *
 * Gives the statement back. Fails with what went wrong since gr_query(), in words for the user.
 */
gboolean
gr_query_end (GrQuery *query, GError **error)
{
  gboolean is_fine = query->status == SQLITE_OK || query->status == SQLITE_ROW || query->status == SQLITE_DONE;

  if (!is_fine)
    gr_database_fail (query->database, error);
  if (query->statement != NULL && query->is_cached) {
    sqlite3_reset (query->statement);
    sqlite3_clear_bindings (query->statement);
  } else {
    sqlite3_finalize (query->statement);
  }
  query->statement = NULL;
  return is_fine;
}

/**
 * gr_query_run:
 *
 * Runs a statement whose rows nobody wants.
 */
gboolean
gr_query_run (GrDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  GrQuery query;

  va_start (values, types);
  query = open_query (database, sql, types, &values);
  va_end (values);
  while (gr_query_next (&query))
    ;
  return gr_query_end (&query, error);
}

/**
 * gr_query_int64:
 * @out: the first column of the first row, or left as it is where there is no row or it is NULL
 */
gboolean
gr_query_int64 (GrDatabase *database, gint64 *out, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  GrQuery query;

  va_start (values, types);
  query = open_query (database, sql, types, &values);
  va_end (values);
  if (gr_query_next (&query) && sqlite3_column_type (query.statement, 0) != SQLITE_NULL)
    *out = sqlite3_column_int64 (query.statement, 0);
  return gr_query_end (&query, error);
}

/**
 * gr_query_script:
 *
 * Runs any number of statements that are not worth keeping.
 */
gboolean
gr_query_script (GrDatabase *database, const char *sql, GError **error)
{
  if (sqlite3_exec (gr_database_handle (database), sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return gr_database_fail (database, error);
}

/* NULL reads as 0. */
gint64
gr_query_id (GrQuery *query, int column)
{
  return sqlite3_column_int64 (query->statement, column);
}

int
gr_query_int (GrQuery *query, int column)
{
  return sqlite3_column_int (query->statement, column);
}

/* NULL reads as NaN. */
double
gr_query_double (GrQuery *query, int column)
{
  return gr_query_double_or (query, column, NAN);
}

double
gr_query_double_or (GrQuery *query, int column, double if_null)
{
  if (sqlite3_column_type (query->statement, column) == SQLITE_NULL)
    return if_null;
  return sqlite3_column_double (query->statement, column);
}

/* NULL reads as %GR_DATE_NONE. */
GrDate
gr_query_date (GrQuery *query, int column)
{
  if (sqlite3_column_type (query->statement, column) == SQLITE_NULL)
    return GR_DATE_NONE;
  return sqlite3_column_int (query->statement, column);
}

/* Valid until the next row. */
const char *
gr_query_text (GrQuery *query, int column)
{
  return (const char *) sqlite3_column_text (query->statement, column);
}

char *
gr_query_dup_text (GrQuery *query, int column)
{
  return g_strdup (gr_query_text (query, column));
}
