#include "deed-store.h"

#include "deed-book.h"
#include "domain/base/error.h"
#include "domain/book/deed-title.h"
#include "journal.h"
#include "undo-rows.h"
#include "store/file/query.h"
#include "store/stock/undo-stock.h"

#include <glib/gi18n-lib.h>

/* Everything that a deed did, the other way round, booked to the open deed. */
static gboolean
undo (GrDatabase *database, const GrDeed *deed, GError **error)
{
  g_autoptr (GrUndoStock) stock = gr_undo_stock_new (database, deed, error);

  return stock != NULL && gr_undo_rows (database, deed, error) && gr_undo_stock_run (stock, error);
}

static gboolean
mark (GrDatabase *database, gint64 deed_id, gint64 undone_by, GError **error)
{
  return gr_query_run (database, error, "UPDATE deed SET undone_by = ?2 WHERE id = ?1", "lr", deed_id, undone_by);
}

/* How files name the undo or redo of a deed: with that one's own title in it. */
static gboolean
write_title (GrDatabase *database, GrDeedForm form, gint64 deed_id, char **title, GError **error)
{
  GrQuery query = gr_query (database, "SELECT title FROM deed WHERE id = ?1", "l", deed_id);

  *title = gr_query_next (&query) ? gr_deed_title_new (form, gr_query_text (&query, 0)) : NULL;
  return gr_query_end (&query, error);
}

/* @taken: the deed whose doings are reversed; @marked: the ordinary deed that holds or not after. */
static gboolean
run (GrDatabase *database, const GrDeed *taken, const GrDeed *marked, const GrDeedHead *head, GError **error)
{
  gboolean is_undo = taken == marked;
  g_autofree char *title = NULL;
  GrDeedHead own = *head;
  gint64 id;

  if (!write_title (database, is_undo ? GR_DEED_UNDO : GR_DEED_REDO, marked->id, &title, error) ||
      !gr_database_begin (database, error))
    return FALSE;
  own.title = title;
  if (own.kind == NULL)
    own.kind = is_undo ? "undo" : "redo";
  if (gr_query_script (database, "PRAGMA defer_foreign_keys = ON", error) &&
      gr_deed_book_open (database, &own, taken->id, &id, error) && undo (database, taken, error) &&
      mark (database, taken->id, id, error) && (is_undo || mark (database, marked->id, 0, error)))
    return TRUE;
  gr_database_rollback (database);
  return FALSE;
}

/**
 * gr_deed_undo:
 * @head: when and who; its title is not looked at, its kind may be %NULL
 *
 * Takes a deed back, as a deed of its own: rows are as before, the ledger gets reversing moves, sold lines cease to
 * count. It stays open, for what follows from it, and is ended like one of gr_deed_begin(). Fails as a whole with
 * %GR_ERROR_CONFLICT, in words that name it, where something that the deed left was changed since, and with
 * %GR_ERROR_REFUSED where it was taken back already. O(what the deed did).
 */
gboolean
gr_deed_undo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GError **error)
{
  g_autoptr (GrDeed) deed = gr_deed_by_id (database, deed_id, error);

  if (deed == NULL)
    return FALSE;
  if (deed->undoes != 0) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("“%s” is itself an undo; redo the undone change instead."), deed->title);
    return FALSE;
  }
  if (deed->undone_by != 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("“%s” was already undone."), deed->title);
    return FALSE;
  }
  return run (database, deed, deed, head, error);
}

/**
 * gr_deed_redo:
 * @deed_id: the deed that was taken back
 *
 * Does again what gr_deed_undo() took back, with the same care.
 */
gboolean
gr_deed_redo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GError **error)
{
  g_autoptr (GrDeed) deed = gr_deed_by_id (database, deed_id, error);
  g_autoptr (GrDeed) undo = NULL;

  if (deed == NULL)
    return FALSE;
  if (deed->undoes != 0 || deed->undone_by == 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("“%s” was not undone, so it can’t be redone."), deed->title);
    return FALSE;
  }
  undo = gr_deed_by_id (database, deed->undone_by, error);
  return undo != NULL && run (database, undo, deed, head, error);
}
