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
    "/org/granary/schema/0007-documents.sql",
    "/org/granary/schema/0008-search.sql",
};

static gboolean
run_file (GrDatabase *database, const char *name, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (schema_get_resource(), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && gr_query_script (database, g_bytes_get_data (sql, NULL), error);
}

static gboolean
remove_views (GrDatabase *database, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  GrQuery query = gr_query (database, "SELECT name FROM sqlite_schema WHERE type = 'view'", "");

  while (gr_query_next (&query))
    g_string_append_printf (sql, "DROP VIEW \"%s\";", gr_query_text (&query, 0));
  return gr_query_end (&query, error) && gr_query_script (database, sql->str, error);
}

/* Triggers and views are no part of a frozen step: they are drawn from the tables as they now stand. */
static gboolean
put_up (GrDatabase *database, int version, GError **error)
{
  return run_file (database, "/org/granary/schema/guards.sql", error) && gr_journal_install (database, error) &&
         (version < GR_SCHEMA_VERSION || run_file (database, "/org/granary/schema/views.sql", error));
}

static gboolean
run_step (GrDatabase *database, int version, GError **error)
{
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", GR_APPLICATION_ID, version);

  return gr_journal_remove (database, error) && remove_views (database, error) &&
         run_file (database, steps[version - 1], error) && put_up (database, version, error) &&
         gr_query_script (database, stamp, error);
}

static gboolean
read_version (GrDatabase *database, gint64 *version, GError **error)
{
  *version = 0;
  return gr_query_int64 (database, version, error, "PRAGMA user_version", "");
}

/* The version is read again where the copy is taken: what another program brought up to date is no copy of the old. */
static gboolean
back_up_first (GrDatabase *database, gint64 version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.version-%d.backup", gr_database_path (database), (int) version);
  gint64 now;
  gboolean is_fine;

  if (!gr_database_begin_reading (database, error))
    return FALSE;
  is_fine = read_version (database, &now, error) && (now != version || gr_backup_write (database, path, NULL, error));
  gr_database_rollback (database);
  return is_fine;
}

/* Another program may have taken the step since the version was read: only inside the transaction it holds still. */
static gboolean
take_step (GrDatabase *database, gint64 *version, GError **error)
{
  gint64 expected = *version;

  if (!gr_database_begin (database, error))
    return FALSE;
  if (!read_version (database, version, error) ||
      (*version == expected && !run_step (database, (int) ++*version, error))) {
    gr_database_rollback (database);
    return FALSE;
  }
  if (!gr_database_commit (database, error))
    return FALSE;
  sqlite3_wal_checkpoint_v2 (gr_database_handle (database), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return TRUE;
}

static gboolean
refuse_newer (gint64 version, GError **error)
{
  if (version > GR_SCHEMA_VERSION)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NEWER,
        _ ("This shop file was saved by a newer version of Granary. It was not changed."));
  return version <= GR_SCHEMA_VERSION;
}

/* Tables that are written anew are dropped meanwhile, and nothing shall go with them. */
static gboolean
take_steps (GrDatabase *database, gint64 version, GError **error)
{
  gboolean is_fine = gr_query_script (database, "PRAGMA foreign_keys = OFF", error);

  while (is_fine && version < GR_SCHEMA_VERSION)
    is_fine = take_step (database, &version, error);
  is_fine = is_fine && refuse_newer (version, error);
  return gr_query_script (database, "PRAGMA foreign_keys = ON", is_fine ? error : NULL) && is_fine;
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
  gint64 version;

  if (!read_version (database, &version, error))
    return FALSE;
  if (!refuse_newer (version, error))
    return FALSE;
  if (version < GR_SCHEMA_VERSION && gr_database_is_read_only (database)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED,
        _ ("This shop file was saved by an older version of Granary and can’t be updated in its place: the file or its "
           "folder can’t be written to. Open a copy of it."));
    return FALSE;
  }
  if (version > 0 && version < GR_SCHEMA_VERSION && !back_up_first (database, version, error))
    return FALSE;
  return version >= GR_SCHEMA_VERSION || take_steps (database, version, error);
}
