#pragma once

#include <glib.h>

/**
 * GrDatabase:
 *
 * A connection to one shop's file. It belongs to one thread at a time; only gr_database_interrupt() may be
 * called from another. Work in a thread takes a connection of its own: gr_database_open_again().
 */
typedef struct _GrDatabase GrDatabase;

GrDatabase *gr_database_connect (const char *path, gboolean is_safe_place, GError **error);
GrDatabase *gr_database_open_again (GrDatabase *database, gboolean read_only, GError **error);
void gr_database_hold (GrDatabase *database);
void gr_database_close (GrDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDatabase, gr_database_close)

const char *gr_database_path (const GrDatabase *database);
const char *gr_database_warning (const GrDatabase *database);
gboolean gr_database_is_read_only (const GrDatabase *database);

void gr_database_be_impatient (GrDatabase *database, gboolean is_impatient);
gboolean gr_database_begin (GrDatabase *database, GError **error);
gboolean gr_database_commit (GrDatabase *database, GError **error);
void gr_database_rollback (GrDatabase *database);
gboolean gr_database_begin_reading (GrDatabase *database, GError **error);
gboolean gr_database_in_transaction (const GrDatabase *database);

gboolean gr_database_changed_elsewhere (GrDatabase *database);
gint64 gr_database_version (GrDatabase *database);
void gr_database_interrupt (GrDatabase *database);
guint64 gr_database_n_statements (const GrDatabase *database);

/* For this room only: what is remembered of the file, and what statements need. */
gpointer gr_database_kept (GrDatabase *database, const char *key);
void gr_database_keep (
    GrDatabase *database, const char *key, gpointer data, gpointer (*ref) (gpointer), GDestroyNotify unref);
struct sqlite3;
struct sqlite3_stmt;
struct sqlite3 *gr_database_handle (GrDatabase *database);
struct sqlite3_stmt *gr_database_prepare (GrDatabase *database, const char *sql, GError **error);
gboolean gr_database_fail (GrDatabase *database, GError **error);
