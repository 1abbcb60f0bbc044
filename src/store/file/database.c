#include "database.h"

#include "domain/base/error.h"
#include "file-lock.h"
#include "file-system.h"
#include "sql-function.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <unistd.h>

/* How long a statement waits for another program; a transaction that may write, where a person waits for it; and one
 * after another that waited in vain. */
#define BUSY_MS            5000
#define IMPATIENT_MS       1000
#define IMPATIENT_AGAIN_MS 100

/* Something that is remembered of a file. */
typedef struct {
  const char *key;
  gpointer data;
  gpointer (*ref) (gpointer); /* (nullable): for another connection to the file; %NULL: it is this one's alone */
  GDestroyNotify unref;
} Kept;

struct _GrDatabase {
  sqlite3 *handle;
  char *path;
  gboolean is_safe_place;
  gboolean is_read_only;  /* the file or its folder can't be written to */
  GHashTable *statements; /* const char *: sqlite3_stmt */
  gboolean in_transaction;
  gboolean is_impatient; /* see gr_database_be_impatient() */
  gboolean was_busy;     /* when a transaction was last begun */
  gint64 data_version;
  guint64 n_statements;
  GMutex keeping; /* of @kept: another thread may be opening a connection from this one */
  GArray *kept;   /* Kept */
  int lock;       /* says that the file is in use, whatever happens to SQLite's own locks; -1: none */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* What PLATFORM asks of every connection, before anything is read. */
static void
harden (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_busy_timeout (handle, BUSY_MS);
  gr_sql_function_register (handle);
}

static const char *
mode_of (const GrDatabase *database)
{
  if (database->is_read_only)
    return "PRAGMA query_only = ON;";
  return database->is_safe_place ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 : "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";
}

static gboolean
run (GrDatabase *database, const char *sql, GError **error)
{
  return sqlite3_exec (database->handle, sql, NULL, NULL, NULL) == SQLITE_OK || gr_database_fail (database, error);
}

static gboolean
set_up (GrDatabase *database, GError **error)
{
  return run (database,
             "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
             "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 16777216;",
             error) &&
         run (database, mode_of (database), error);
}

/* Beside a file that can't be written no log can be made either. Where there is none, nobody works in the file, and it
 * can be read as it is; where there is one, its newest changes lie in it, and SQLite reads both. */
static char *
read_only_name (const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean has_log = g_file_test (log, G_FILE_TEST_EXISTS);

  return uri != NULL ? g_strconcat (uri, has_log ? "?mode=ro" : "?mode=ro&immutable=1", NULL) : NULL;
}

static gboolean
open_handle (GrDatabase *database, GError **error)
{
  int common = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int flags = database->is_read_only ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
  g_autofree char *name = database->is_read_only ? read_only_name (database->path, error) : g_strdup (database->path);

  if (name == NULL)
    return FALSE;
  return sqlite3_open_v2 (name, &database->handle, flags | common, NULL) == SQLITE_OK ||
         gr_database_fail (database, error);
}

static void
forget (gpointer kept)
{
  ((Kept *) kept)->unref (((Kept *) kept)->data);
}

/**
 * gr_database_kept:
 * @key: a string that lives as long as the program, compared by address
 *
 * Returns: (nullable) (transfer none): what gr_database_keep() was given
 */
gpointer
gr_database_kept (GrDatabase *database, const char *key)
{
  gpointer data = NULL;

  g_mutex_lock (&database->keeping);
  for (guint i = 0; i < database->kept->len; i++)
    if (g_array_index (database->kept, Kept, i).key == key)
      data = g_array_index (database->kept, Kept, i).data;
  g_mutex_unlock (&database->keeping);
  return data;
}

/**
 * gr_database_keep:
 * @data: (transfer full): in place of what was kept under @key
 * @ref: (nullable): shares @data with every connection that is opened from this one; it is then used in several threads
 *
 * Remembers something of the file for as long as the connection lives.
 */
void
gr_database_keep (
    GrDatabase *database, const char *key, gpointer data, gpointer (*ref) (gpointer), GDestroyNotify unref)
{
  Kept kept = {key, data, ref, unref};

  g_mutex_lock (&database->keeping);
  for (guint i = 0; i < database->kept->len; i++)
    if (g_array_index (database->kept, Kept, i).key == key) {
      g_array_remove_index (database->kept, i);
      break;
    }
  g_array_append_val (database->kept, kept);
  g_mutex_unlock (&database->keeping);
}

static void
share (GrDatabase *database, GrDatabase *other)
{
  g_mutex_lock (&database->keeping);
  for (guint i = 0; i < database->kept->len; i++) {
    Kept kept = g_array_index (database->kept, Kept, i);

    if (kept.ref != NULL) {
      kept.ref (kept.data);
      g_array_append_val (other->kept, kept);
    }
  }
  g_mutex_unlock (&database->keeping);
}

/**
 * gr_database_connect:
 * @path: an existing file, without links in it
 * @is_safe_place: whether the file system keeps its promises, so that changes can go through a log
 *
 * A connection to the file as it is: its schema is for others to look at.
 */
GrDatabase *
gr_database_connect (const char *path, gboolean is_safe_place, GError **error)
{
  g_autoptr (GrDatabase) database = g_new0 (GrDatabase, 1);
  database->path = g_strdup (path);
  database->is_safe_place = is_safe_place;
  database->is_read_only = !gr_file_system_is_writable (path);
  database->lock = -1;
  database->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  g_mutex_init (&database->keeping);
  database->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (database->kept, forget);
  gr_file_lock_prepare();
  if (!open_handle (database, error))
    return NULL;
  harden (database->handle);
  if (!set_up (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * gr_database_open_again:
 * @read_only: refuse every change
 *
 * Returns: (transfer full): a further connection to the same file, for another thread.
 */
GrDatabase *
gr_database_open_again (GrDatabase *database, gboolean read_only, GError **error)
{
  g_autoptr (GrDatabase) other = gr_database_connect (database->path, database->is_safe_place, error);

  if (other == NULL || (read_only && !run (other, "PRAGMA query_only = ON", error)))
    return NULL;
  gr_database_changed_elsewhere (other);
  share (database, other);
  return g_steal_pointer (&other);
}

/**
 * gr_database_hold:
 *
 * Says to other programs that the file is in use, for as long as the connection lives.
 */
void
gr_database_hold (GrDatabase *database)
{
  if (database->is_safe_place && !database->is_read_only)
    database->lock = gr_file_lock_hold (database->path);
}

void
gr_database_close (GrDatabase *database)
{
  if (database == NULL)
    return;
  g_hash_table_unref (database->statements);
  g_array_unref (database->kept);
  g_mutex_clear (&database->keeping);
  gr_file_lock_let_go (database->lock);
  sqlite3_close (database->handle);
  if (database->lock >= 0)
    close (database->lock);
  g_free (database->path);
  g_free (database);
}

const char *
gr_database_path (const GrDatabase *database)
{
  return database->path;
}

/**
 * gr_database_warning:
 *
 * Returns: (nullable): what the owner should know about where the file lies, in words.
 */
const char *
gr_database_warning (const GrDatabase *database)
{
  if (database->is_read_only)
    return _ ("This shop file is open for reading only: the file or its folder can’t be written to. Nothing can be "
              "changed; work in a copy of it.");
  if (database->is_safe_place)
    return NULL;
  return _ ("This shop file is on a network drive or a removable disk. That works, but is slower; the file is safest "
            "on this computer’s own disk, with backups elsewhere. Open it from one computer at a time.");
}

gboolean
gr_database_is_read_only (const GrDatabase *database)
{
  return database->is_read_only;
}

sqlite3 *
gr_database_handle (GrDatabase *database)
{
  return database->handle;
}

/**
 * gr_database_prepare:
 * @sql: a string that lives as long as the program
 *
 * Returns: (transfer none) (nullable): the statement, kept for the connection's life.
 */
sqlite3_stmt *
gr_database_prepare (GrDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (database->statements, sql);

  database->n_statements++;
  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
    gr_database_fail (database, error);
    return NULL;
  }
  g_hash_table_insert (database->statements, (gpointer) sql, statement);
  return statement;
}

/* How long a statement waits for another program from now on; returns how long it did. */
static int
wait_for_others (GrDatabase *database, int ms)
{
  sqlite3_stmt *ask = gr_database_prepare (database, "PRAGMA busy_timeout", NULL);
  int before = ask != NULL && sqlite3_step (ask) == SQLITE_ROW ? sqlite3_column_int (ask, 0) : BUSY_MS;

  if (ask != NULL)
    sqlite3_reset (ask);
  sqlite3_busy_timeout (database->handle, ms);
  return before;
}

/**
 * gr_database_be_impatient:
 *
 * From now on a transaction that may write waits for another program for a second at most, and hardly at all where the
 * one before waited in vain: somebody sits before a window meanwhile.
 */
void
gr_database_be_impatient (GrDatabase *database, gboolean is_impatient)
{
  database->is_impatient = is_impatient;
}

static gboolean
begin_with (GrDatabase *database, const char *sql, GError **error)
{
  if (database->in_transaction) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED, _ ("Another task is running right now."));
    return FALSE;
  }
  database->in_transaction = run (database, sql, error);
  return database->in_transaction;
}

/**
 * gr_database_begin:
 *
 * Starts a transaction that may write. Fails with %GR_ERROR_BUSY where another program writes for more than five
 * seconds, and with %GR_ERROR_REFUSED inside another one and where the file can only be read.
 */
gboolean
gr_database_begin (GrDatabase *database, GError **error)
{
  gboolean is_begun;
  int before;

  if (database->is_read_only) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED,
        _ ("This shop file is open for reading only: the file or its folder can’t be written to."));
    return FALSE;
  }
  if (!database->is_impatient)
    return begin_with (database, "BEGIN IMMEDIATE", error);
  before = wait_for_others (database, database->was_busy ? IMPATIENT_AGAIN_MS : IMPATIENT_MS);
  is_begun = begin_with (database, "BEGIN IMMEDIATE", error);
  wait_for_others (database, before);
  database->was_busy = !is_begun;
  return is_begun;
}

/**
 * gr_database_begin_reading:
 *
 * Starts a transaction in which everything read belongs to one moment. End it with gr_database_rollback().
 */
gboolean
gr_database_begin_reading (GrDatabase *database, GError **error)
{
  return begin_with (database, "BEGIN", error);
}

/**
 * gr_database_commit:
 *
 * When it returns %TRUE, what was done is on disk. When it fails, nothing was done.
 */
gboolean
gr_database_commit (GrDatabase *database, GError **error)
{
  if (!run (database, "COMMIT", error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  database->in_transaction = FALSE;
  return TRUE;
}

void
gr_database_rollback (GrDatabase *database)
{
  if (!database->in_transaction)
    return;
  if (!sqlite3_get_autocommit (database->handle))
    run (database, "ROLLBACK", NULL);
  database->in_transaction = FALSE;
}

gboolean
gr_database_in_transaction (const GrDatabase *database)
{
  return database->in_transaction;
}

static gint64
ask_data_version (GrDatabase *database, gint64 if_unknown)
{
  sqlite3_stmt *ask = gr_database_prepare (database, "PRAGMA data_version", NULL);
  gint64 version = ask != NULL && sqlite3_step (ask) == SQLITE_ROW ? sqlite3_column_int64 (ask, 0) : if_unknown;

  if (ask != NULL)
    sqlite3_reset (ask);
  return version;
}

/**
 * gr_database_version:
 *
 * Returns: a number that grows with every change of the file, whoever makes it; only this connection's own numbers
 *   compare. -1 where it can't be told. Costs some microseconds.
 */
gint64
gr_database_version (GrDatabase *database)
{
  gint64 version = ask_data_version (database, -1);

  return version < 0 ? -1 : version + sqlite3_total_changes64 (database->handle);
}

/**
 * gr_database_changed_elsewhere:
 *
 * Returns: whether another connection, of this program or another, changed the file since this was last asked. Costs
 *   some microseconds; where it can't be told at once, it is told the next time.
 */
gboolean
gr_database_changed_elsewhere (GrDatabase *database)
{
  gint64 before = database->data_version;
  int patience = wait_for_others (database, 0);

  database->data_version = ask_data_version (database, before);
  wait_for_others (database, patience);
  return database->data_version != before;
}

/**
 * gr_database_interrupt:
 *
 * Makes what another thread is doing on this connection end with %G_IO_ERROR_CANCELLED.
 */
void
gr_database_interrupt (GrDatabase *database)
{
  sqlite3_interrupt (database->handle);
}

/**
 * gr_database_n_statements:
 *
 * Returns: how many statements were run since the file was opened, so that what must do with few can be held to it
 */
guint64
gr_database_n_statements (const GrDatabase *database)
{
  return database->n_statements;
}
