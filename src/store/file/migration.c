#include "migration.h"

#include "backup.h"
#include "domain/base/error.h"
#include "file-header.h"
#include "store/journal/journal.h"
#include "query.h"
#include "schema-resource.h"

#include <glib/gi18n-lib.h>

/* A step for each version; frozen once released. */
static const char *const steps[GR_SCHEMA_VERSION] = {
    "/org/granary/schema/0001-first-shop.sql",
    "/org/granary/schema/0002-events.sql",
    "/org/granary/schema/0003-receipts.sql",
    "/org/granary/schema/0004-season.sql",
    "/org/granary/schema/0005-event-effect.sql",
    "/org/granary/schema/0006-plan-pending.sql",
};

static gboolean
run_file (GrDatabase *database, const char *name, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (schema_get_resource(), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && gr_query_script (database, g_bytes_get_data (sql, NULL), error);
}

/* The triggers are not part of a frozen step: they are drawn from the tables as they now stand. */
static gboolean
run_step (GrDatabase *database, int version, GError **error)
{
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", GR_APPLICATION_ID, version);

  return gr_journal_remove (database, error) && run_file (database, steps[version - 1], error) &&
         run_file (database, "/org/granary/schema/guards.sql", error) && gr_journal_install (database, error) &&
         gr_query_script (database, stamp, error);
}

static gboolean
back_up_first (GrDatabase *database, gint64 version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.version-%d.backup", gr_database_path (database), (int) version);

  return gr_backup_write (database, path, NULL, error);
}

/**
 * gr_migration_run:
 *
 * Brings the file to the schema of this program, each step in one transaction; a file that was in use before is first
 * copied to "NAME.version-N.backup" beside it. Fails with %GR_ERROR_NEWER where the file is ahead.
 */
gboolean
gr_migration_run (GrDatabase *database, GError **error)
{
  gint64 version = 0;

  if (!gr_query_int64 (database, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (version > GR_SCHEMA_VERSION) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NEWER,
        _ ("This shop was written by a newer version of Granary. It was left as it is."));
    return FALSE;
  }
  if (version < GR_SCHEMA_VERSION && gr_database_is_read_only (database)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED,
        _ ("This shop was written by an older version of Granary and can’t be brought up to date where it is: its file "
           "or "
           "folder can’t be written to. Open a copy of it."));
    return FALSE;
  }
  if (version > 0 && version < GR_SCHEMA_VERSION && !back_up_first (database, version, error))
    return FALSE;
  while (version < GR_SCHEMA_VERSION) {
    if (!gr_database_begin (database, error))
      return FALSE;
    if (!run_step (database, (int) ++version, error)) {
      gr_database_rollback (database);
      return FALSE;
    }
    if (!gr_database_commit (database, error))
      return FALSE;
    sqlite3_wal_checkpoint_v2 (gr_database_handle (database), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  }
  return TRUE;
}
