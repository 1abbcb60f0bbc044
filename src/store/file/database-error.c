#include "database.h"

#include "domain/base/error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

static const struct {
  int status;
  GrError code;
  const char *sentence;
} sentences[] = {
    {SQLITE_CONSTRAINT_UNIQUE, GR_ERROR_EXISTS, N_ ("That name is already taken.")},
    {SQLITE_CONSTRAINT_PRIMARYKEY, GR_ERROR_EXISTS, N_ ("That name is already taken.")},
    {SQLITE_CONSTRAINT_FOREIGNKEY, GR_ERROR_REFUSED, N_ ("Something else in the shop still needs it.")},
    {SQLITE_CONSTRAINT, GR_ERROR_INVALID, N_ ("The shop file can’t store this value.")},
    {SQLITE_TOOBIG, GR_ERROR_INVALID, N_ ("This text is too long.")},
    {SQLITE_BUSY, GR_ERROR_BUSY, N_ ("Another program is writing to the shop file. Try again in a moment.")},
    {SQLITE_LOCKED, GR_ERROR_BUSY, N_ ("Another program is writing to the shop file. Try again in a moment.")},
    {SQLITE_CORRUPT, GR_ERROR_DAMAGED, N_ ("The shop file is damaged.")},
    {SQLITE_NOTADB, GR_ERROR_DAMAGED, N_ ("The shop file is damaged.")},
    {SQLITE_FULL, GR_ERROR_IO, N_ ("The disk is full. Nothing was changed.")},
    {SQLITE_READONLY, GR_ERROR_IO, N_ ("The shop file can’t be written to.")},
    {SQLITE_PERM, GR_ERROR_IO, N_ ("You don’t have permission to open the shop file.")},
    {SQLITE_CANTOPEN, GR_ERROR_IO, N_ ("The shop file can’t be opened.")},
    {SQLITE_IOERR, GR_ERROR_IO, N_ ("Reading or writing the shop file failed.")},
    {SQLITE_NOMEM, GR_ERROR_IO, N_ ("There is not enough memory.")},
};

/**
 * gr_database_fail:
 *
 * Sets @error from the connection's last failure: the code for programs, a sentence for people.
 *
 * Returns: %FALSE
 */
gboolean
gr_database_fail (GrDatabase *database, GError **error)
{
  sqlite3 *handle = gr_database_handle (database);
  int status = sqlite3_extended_errcode (handle);

  if ((status & 0xff) == SQLITE_IOERR && sqlite3_system_errno (handle) == ENOSPC)
    status = SQLITE_FULL; /* the files beside the shop's have no room either */
  if ((status & 0xff) == SQLITE_INTERRUPT) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
    return FALSE;
  }
  if (status == SQLITE_CONSTRAINT_TRIGGER) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("The shop file can’t store this: %s."), sqlite3_errmsg (handle));
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (status == sentences[i].status || (status & 0xff) == sentences[i].status) {
      g_set_error_literal (error, GR_ERROR, sentences[i].code, _ (sentences[i].sentence));
      return FALSE;
    }
  g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("The shop file reported an error: %s."), sqlite3_errmsg (handle));
  return FALSE;
}
