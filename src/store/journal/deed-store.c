#include "deed-store.h"

#include "deed-book.h"
#include "domain/base/error.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gr_deed_begin:
 *
 * Opens the one transaction in which rows may change, booked under @head. End it with gr_deed_finish() or
 * gr_deed_abandon(). Fails with %GR_ERROR_BUSY or, where a transaction is open already, %GR_ERROR_REFUSED.
 */
gboolean
gr_deed_begin (GrDatabase *database, const GrDeedHead *head, GError **error)
{
  gint64 deed_id;

  if (!gr_database_begin (database, error))
    return FALSE;
  if (gr_deed_book_open (database, head, 0, &deed_id, error))
    return TRUE;
  gr_database_rollback (database);
  return FALSE;
}

/**
 * gr_deed_set_title:
 *
 * @title: of gr_deed_title_new()
 *
 * Names the open deed, now that it is known what it came to.
 */
gboolean
gr_deed_set_title (GrDatabase *database, const char *title, GError **error)
{
  return gr_query_run (
      database, error, "UPDATE deed SET title = ?1 WHERE id = (SELECT deed_id FROM open_deed)", "t", title);
}

/**
 * gr_deed_open_id:
 * @deed_id: (out): the open deed's number; another's, where it is given up or nothing comes of it
 */
gboolean
gr_deed_open_id (GrDatabase *database, gint64 *deed_id, GError **error)
{
  GrQuery query = gr_query (database, "SELECT deed_id FROM open_deed", "");

  *deed_id = gr_query_next (&query) ? gr_query_id (&query, 0) : 0;
  return gr_query_end (&query, error);
}

/* Which deed the open one takes back, NULL for an ordinary one. */
static gboolean
find_taken (GrDatabase *database, char **title, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT deed_title (taken.title, taken.done_on) FROM open_deed o JOIN deed d ON d.id = o.deed_id JOIN deed taken "
      "ON taken.id = d.undoes",
      "");

  *title = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : NULL;
  return gr_query_end (&query, error);
}

/* What a later deed built on, SQLite notices only now: a reference to a row that is gone. */
static gboolean
commit (GrDatabase *database, const char *taken, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (gr_database_commit (database, &local))
    return TRUE;
  if (taken != NULL && g_error_matches (local, GR_ERROR, GR_ERROR_REFUSED))
    g_set_error (error, GR_ERROR, GR_ERROR_CONFLICT,
        _ ("“%s” can’t be undone on its own: a later change depends on it."), taken);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Where nothing ordinary changed, nothing is booked. */
static gboolean
close_book (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error)
{
  if (!gr_deed_book_close (database, deed_id, nouns, error))
    return FALSE;
  if (*nouns != 0)
    return TRUE;
  if (!gr_query_run (database, error, "DELETE FROM deed WHERE id = ?1", "l", *deed_id))
    return FALSE;
  *deed_id = 0;
  return TRUE;
}

/**
 * gr_deed_finish:
 * @deed_id: (out) (optional): the deed's number, or 0 where nothing ordinary changed and so nothing was booked
 * @nouns: (out) (optional): what was touched
 *
 * When it returns %TRUE, the deed is on disk. When it fails, nothing was done: with %GR_ERROR_CONFLICT where it takes
 * back a deed on which later ones were built.
 */
gboolean
gr_deed_finish (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error)
{
  g_autofree char *taken = NULL;
  gint64 id = 0;
  GrNouns touched = 0;

  if (!find_taken (database, &taken, error) || !close_book (database, &id, &touched, error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  if (deed_id != NULL)
    *deed_id = id;
  if (nouns != NULL)
    *nouns = touched;
  return commit (database, taken, error);
}

/**
 * gr_deed_abandon:
 *
 * Leaves the file as it was before gr_deed_begin().
 */
void
gr_deed_abandon (GrDatabase *database)
{
  gr_database_rollback (database);
}

#define DEED_COLUMNS "id, kind, deed_title (title, done_on), who, done_at, done_on, undoes, undone_by"

static GrDeed *
read_deed (GrQuery *query)
{
  GrDeed *deed = g_new0 (GrDeed, 1);

  deed->id = gr_query_id (query, 0);
  deed->kind = gr_query_dup_text (query, 1);
  deed->title = gr_query_dup_text (query, 2);
  deed->who = gr_query_dup_text (query, 3);
  deed->done_at = gr_query_id (query, 4);
  deed->done_on = gr_query_date (query, 5);
  deed->undoes = gr_query_id (query, 6);
  deed->undone_by = gr_query_id (query, 7);
  return deed;
}

static gboolean
read_one (GrQuery query, GrDeed **deed, GError **error)
{
  *deed = gr_query_next (&query) ? read_deed (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_deed_next_undo:
 * @deed: (out) (nullable): the last deed that still holds, %NULL where there is none
 */
gboolean
gr_deed_next_undo (GrDatabase *database, GrDeed **deed, GError **error)
{
  return read_one (gr_query (database,
                       "SELECT " DEED_COLUMNS " FROM deed WHERE undoes IS NULL AND undone_by IS NULL "
                       "ORDER BY id DESC LIMIT 1",
                       ""),
      deed, error);
}

/**
 * gr_deed_next_redo:
 * @deed: (out) (nullable): the first deed that was taken back since the last new one, %NULL where there is none
 */
gboolean
gr_deed_next_redo (GrDatabase *database, GrDeed **deed, GError **error)
{
  return read_one (gr_query (database,
                       "SELECT " DEED_COLUMNS " FROM deed WHERE undoes IS NULL "
                       "AND undone_by > (SELECT max (id) FROM deed WHERE undoes IS NULL) ORDER BY id LIMIT 1",
                       ""),
      deed, error);
}

/**
 * gr_deed_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrDeed *
gr_deed_by_id (GrDatabase *database, gint64 deed_id, GError **error)
{
  GrDeed *deed = NULL;

  if (!read_one (gr_query (database, "SELECT " DEED_COLUMNS " FROM deed WHERE id = ?1", "l", deed_id), &deed, error))
    return NULL;
  if (deed == NULL)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such change in this shop."));
  return deed;
}

/**
 * gr_deed_list:
 * @before_id: the last deed of the page before, 0 to begin
 *
 * Returns: (element-type GrDeed): deeds, undos among them, newest first. O(limit).
 */
GPtrArray *
gr_deed_list (GrDatabase *database, gint64 before_id, int limit, GError **error)
{
  g_autoptr (GPtrArray) deeds = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_deed_free);
  GrQuery query = gr_query (database, "SELECT " DEED_COLUMNS " FROM deed WHERE id < ?1 ORDER BY id DESC LIMIT ?2", "li",
      before_id > 0 ? before_id : G_MAXINT64, limit);

  while (gr_query_next (&query))
    g_ptr_array_add (deeds, read_deed (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&deeds) : NULL;
}

/**
 * gr_deed_row_history:
 * @table: "item", "supplier", "purchase_order", ...
 *
 * Returns: (element-type GrDeedChange): what became of a row, newest first.
 */
GPtrArray *
gr_deed_row_history (GrDatabase *database, const char *table, gint64 row_id, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_deed_change_free);
  GrQuery query = gr_query (database,
      "SELECT c.deed_id, deed_title (d.title, d.done_on), d.done_at, c.before, c.after FROM deed_change c JOIN deed d "
      "ON d.id = c.deed_id "
      "WHERE c.table_name = ?1 AND c.row_id = cast (?2 AS TEXT) ORDER BY c.id DESC",
      "tl", table, row_id);

  while (gr_query_next (&query)) {
    GrDeedChange *change = g_new0 (GrDeedChange, 1);

    change->deed_id = gr_query_id (&query, 0);
    change->deed_title = gr_query_dup_text (&query, 1);
    change->done_at = gr_query_id (&query, 2);
    change->before = gr_query_dup_text (&query, 3);
    change->after = gr_query_dup_text (&query, 4);
    g_ptr_array_add (changes, change);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&changes) : NULL;
}
