#include "fault.h"

#include "store/file/query.h"

/* Where it can't be told whether the file is as it was, it is read again: no fault either. */
static gboolean
is_of_version (const char *what)
{
  return what != NULL && g_str_equal (what, "data_version");
}

static int
strike (Fault *fault)
{
  fault->is_next = FALSE;
  fault->has_struck = TRUE;
  return SQLITE_DENY;
}

/* A setting that cannot be read has the value that it has by default, so that is no fault; and taking back always goes
 * well. */
static int
allow_cb (gpointer data, int action, const char *what, const char *detail, const char *schema, const char *trigger)
{
  Fault *fault = data;
  gboolean is_it;

  if (action == SQLITE_READ && fault->is_next) {
    if (!g_str_equal (what, "setting"))
      return strike (fault);
    fault->is_next = FALSE;
  }
  if (is_of_version (what) || (action == SQLITE_TRANSACTION && g_str_equal (what, "ROLLBACK")))
    return SQLITE_OK;
  if (action != SQLITE_SELECT && action != SQLITE_INSERT && action != SQLITE_UPDATE && action != SQLITE_DELETE &&
      action != SQLITE_PRAGMA && action != SQLITE_TRANSACTION)
    return SQLITE_OK;
  is_it = fault->n++ == fault->at;
  if (is_it && action == SQLITE_SELECT)
    fault->is_next = TRUE;
  else if (is_it)
    return strike (fault);
  return SQLITE_OK;
}

/* SQLite compiles every statement anew once somebody watches what it is allowed to do, which is where one can fail.
 * @fault stays where it is until fault_disarm(). */
void
fault_arm (Fault *fault, GrDatabase *database, int at)
{
  *fault = (Fault){.at = at};
  sqlite3_set_authorizer (gr_database_handle (database), allow_cb, fault);
}

/* Returns: whether there was such a statement. */
gboolean
fault_disarm (Fault *fault, GrDatabase *database)
{
  sqlite3_set_authorizer (gr_database_handle (database), NULL, NULL);
  return fault->n > fault->at;
}
