#include "shop-file.h"

#include "domain/base/error.h"
#include "file-header.h"
#include "file-system.h"
#include "migration.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A new file is made whole under another name first: there is never half a shop. */
static gboolean
make_file (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  g_autoptr (GrDatabase) database = NULL;

  if (file < 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("The new shop file can’t be saved: %s"), g_strerror (errno));
    return FALSE;
  }
  close (file);
  database = gr_database_connect (path, FALSE, error);
  return database != NULL && gr_migration_run (database, error);
}

/**
 * gr_shop_file_create:
 *
 * Makes a new, empty shop and opens it. Fails with %GR_ERROR_EXISTS where there is a file already, which is left
 * as it is.
 */
GrDatabase *
gr_shop_file_create (const char *path, GError **error)
{
  g_autofree char *real = gr_file_system_real_path (path, error);
  g_autofree char *draft = NULL;
  g_autofree char *folder = NULL;
  gboolean is_made;

  if (real == NULL)
    return NULL;
  folder = g_path_get_dirname (real);
  draft = g_strdup_printf ("%s.new-%08x", real, g_random_int());
  is_made = make_file (draft, error) && gr_file_system_sync (draft, error) &&
            gr_file_system_rename_new (draft, real, error) && gr_file_system_sync (folder, error);
  if (!is_made) {
    g_unlink (draft);
    return NULL;
  }
  return gr_shop_file_open (real, error);
}

/**
 * gr_shop_file_open:
 *
 * Opens a shop and brings it to this program's schema. Fails with %GR_ERROR_NOT_FOUND, %GR_ERROR_NOT_A_SHOP,
 * %GR_ERROR_NEWER, %GR_ERROR_DAMAGED, %GR_ERROR_BUSY or %GR_ERROR_IO; a refused file is left untouched. What can't be
 * written to is opened for reading.
 */
GrDatabase *
gr_shop_file_open (const char *path, GError **error)
{
  g_autofree char *real = gr_file_system_real_path (path, error);
  g_autoptr (GrDatabase) database = NULL;

  if (real == NULL || !gr_file_header_check (real, GR_SCHEMA_VERSION, error))
    return NULL;
  database = gr_database_connect (real, gr_file_system_is_safe (real), error);
  if (database == NULL || !gr_migration_run (database, error))
    return NULL;
  gr_database_hold (database);
  gr_database_changed_elsewhere (database);
  return g_steal_pointer (&database);
}
