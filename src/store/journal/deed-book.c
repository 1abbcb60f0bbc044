#include "deed-book.h"

#include "domain/base/error.h"
#include "noun-table.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

/**
 * gr_deed_book_open:
 * @undoes: the deed that this one takes back, 0 for an ordinary one
 *
 * Writes a deed's row and names it as the one that changes are booked to, inside a transaction.
 */
gboolean
gr_deed_book_open (GrDatabase *database, const GrDeedHead *head, gint64 undoes, gint64 *deed_id, GError **error)
{
  if (!gr_query_run (database, error,
          "INSERT INTO deed (done_at, done_on, who, kind, title, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "lDtttr",
          head->done_at, head->done_on, head->who != NULL ? head->who : "", head->kind,
          head->title != NULL ? head->title : "", undoes))
    return FALSE;
  *deed_id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return gr_query_run (database, error, "INSERT INTO open_deed (only_one, deed_id) VALUES (1, ?1)", "l", *deed_id);
}

/**
 * gr_deed_book_touched:
 *
 * What the open deed touched so far.
 */
gboolean
gr_deed_book_touched (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error)
{
  GrQuery query;

  *nouns = 0;
  if (!gr_deed_book_current (database, deed_id, error))
    return FALSE;
  query = gr_query (database,
      "SELECT DISTINCT table_name FROM deed_change WHERE deed_id = ?1 "
      "UNION ALL SELECT 'move' WHERE EXISTS (SELECT 1 FROM move WHERE deed_id = ?1)",
      "l", *deed_id);
  while (gr_query_next (&query)) {
    const GrNounTable *table = gr_noun_table_find (gr_query_text (&query, 0));

    *nouns |= table != NULL ? table->nouns : GR_NOUN_NONE;
  }
  return gr_query_end (&query, error);
}

/**
 * gr_deed_book_close:
 *
 * Ends the booking, still inside the transaction, and tells what was touched.
 */
gboolean
gr_deed_book_close (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error)
{
  return gr_deed_book_touched (database, deed_id, nouns, error) &&
         gr_query_run (database, error, "DELETE FROM open_deed", "");
}

/**
 * gr_deed_book_current:
 *
 * The deed that is open. Fails with %GR_ERROR_REFUSED where there is none.
 */
gboolean
gr_deed_book_current (GrDatabase *database, gint64 *deed_id, GError **error)
{
  *deed_id = 0;
  if (!gr_query_int64 (database, deed_id, error, "SELECT deed_id FROM open_deed", ""))
    return FALSE;
  if (*deed_id == 0)
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("Nothing is being done right now that this could belong to."));
  return *deed_id != 0;
}
