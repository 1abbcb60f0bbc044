#include "backup-target.h"

#include "domain/base/error.h"
#include "file-header.h"
#include "file-system.h"
#include "query.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The last thing that was done to a shop; @id 0 where nothing was. */
typedef struct {
  gint64 id;
  gint64 done_at;
  char *title;
} LastDeed;

static gboolean
read_last_deed (sqlite3 *other, LastDeed *deed)
{
  sqlite3_stmt *statement = NULL;
  int status;

  if (sqlite3_prepare_v2 (
          other, "SELECT id, done_at, title FROM deed ORDER BY id DESC LIMIT 1", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  status = sqlite3_step (statement);
  if (status == SQLITE_ROW)
    *deed = (LastDeed){sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
        g_strdup ((const char *) sqlite3_column_text (statement, 2))};
  sqlite3_finalize (statement);
  return status == SQLITE_ROW || status == SQLITE_DONE;
}

/* Only looks: a backup is one file that nobody writes to, so nothing is made beside it. */
static gboolean
look_into (const char *path, LastDeed *deed)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = uri != NULL ? g_strconcat (uri, "?mode=ro&immutable=1", NULL) : NULL;
  sqlite3 *other = NULL;
  gboolean is_read = name != NULL &&
                     sqlite3_open_v2 (name, &other, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK &&
                     read_last_deed (other, deed);

  sqlite3_close (other);
  return is_read;
}

static gboolean
is_in_use (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/* Whether all that was done to the other shop is in this one's history too. */
static gboolean
is_older (GrDatabase *database, const LastDeed *deed, gboolean *result, GError **error)
{
  gint64 n = 0;

  *result = FALSE;
  if (!gr_query_int64 (database, &n, error, "SELECT count (*) FROM deed WHERE id = ?1 AND done_at = ?2 AND title = ?3",
          "llt", deed->id, deed->done_at, deed->title))
    return FALSE;
  *result = deed->id == 0 || n > 0;
  return TRUE;
}

/**
 * gr_backup_target_check:
 *
 * Whether a backup may take the place of what is at @path, if anything: an empty file, or an older state of the
 * same shop, of which nothing is lost. Another shop, a copy of this one that was worked in since, and what is no shop
 * at all are somebody's only copy: %GR_ERROR_REFUSED.
 */
gboolean
gr_backup_target_check (GrDatabase *database, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *real = gr_file_system_real_path (path, error);
  g_autofree char *title = NULL;
  LastDeed deed = {0};
  gboolean is_shop, may_go;
  GStatBuf info;

  if (real == NULL)
    return FALSE;
  if (g_lstat (real, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0))
    return TRUE;
  is_shop = gr_file_header_check (real, G_MAXINT, NULL) && !is_in_use (real) && look_into (real, &deed);
  title = deed.title;
  if (!is_shop) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED,
        _ ("“%s” already exists and is not a backup of this shop; choose another name."), name);
    return FALSE;
  }
  if (!is_older (database, &deed, &may_go, error))
    return FALSE;
  if (!may_go)
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED,
        _ ("“%s” contains another shop, or newer changes; choose another name."), name);
  return may_go;
}
