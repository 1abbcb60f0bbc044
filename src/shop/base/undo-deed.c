#include "undo-deed.h"

#include "shop-deed.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*FindDeed) (GrDatabase *database, GrDeed **deed, GError **error);
typedef gboolean (*TurnDeed) (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GError **error);

/* One direction of time. */
typedef struct {
  const char *kind;
  FindDeed find;
  TurnDeed turn;
  const char *progress; /* what is being done */
  const char *nothing;  /* there is none */
  gint64 only;          /* unless 0, this deed and no other */
} Direction;

static const Direction undo = {
    "undo", gr_deed_next_undo, gr_deed_undo, N_ ("Undoing"), N_ ("There is nothing to undo")};
static const Direction redo = {
    "redo", gr_deed_next_redo, gr_deed_redo, N_ ("Redoing"), N_ ("There is nothing to redo")};

/* The deed that made the shop is the ground on which the others stand. */
static gboolean
find (GrShop *shop, const Direction *direction, GrDeed **deed, GError **error)
{
  if (!direction->find (gr_shop_database (shop), deed, error))
    return FALSE;
  if (*deed != NULL && g_str_equal ((*deed)->kind, "new-shop"))
    g_clear_pointer (deed, gr_deed_free);
  return TRUE;
}

static char *
title_of_next (GrShop *shop, const Direction *direction)
{
  g_autoptr (GrDeed) deed = NULL;

  return find (shop, direction, &deed, NULL) && deed != NULL ? g_steal_pointer (&deed->title) : NULL;
}

void
gr_turn_free (GrTurn *turn)
{
  g_free (turn->title);
  g_free (turn->who);
  g_free (turn);
}

/* Of a deed that was taken back, the taking back counts. */
static GrTurn *
next (GrShop *shop, const Direction *direction, GError **error)
{
  g_autoptr (GrDeed) deed = NULL;
  g_autoptr (GrDeed) undoing = NULL;
  const GrDeed *last;
  GrTurn *turn;

  if (!find (shop, direction, &deed, error) || deed == NULL)
    return NULL;
  if (deed->undone_by != 0) {
    undoing = gr_deed_by_id (gr_shop_database (shop), deed->undone_by, error);
    if (undoing == NULL)
      return NULL;
  }
  last = undoing != NULL ? undoing : deed;
  turn = g_new (GrTurn, 1);
  *turn = (GrTurn){deed->id, g_strdup (deed->title), g_strdup (last->who), last->done_on,
      gr_own_deeds_made (gr_shop_own_deeds (shop), deed)};
  return turn;
}

/**
 * gr_shop_next_undo:
 *
 * Returns: (nullable) (transfer full): what Undo would take back, and whose it is; %NULL where there is nothing, or
 * with
 *   @error set where that can't be read
 */
GrTurn *
gr_shop_next_undo (GrShop *shop, GError **error)
{
  return next (shop, &undo, error);
}

/**
 * gr_shop_next_redo:
 *
 * Returns: (nullable) (transfer full): what Redo would do again, and who took it back; else as gr_shop_next_undo()
 */
GrTurn *
gr_shop_next_redo (GrShop *shop, GError **error)
{
  return next (shop, &redo, error);
}

char *
gr_shop_undo_title (GrShop *shop)
{
  return title_of_next (shop, &undo);
}

char *
gr_shop_redo_title (GrShop *shop)
{
  return title_of_next (shop, &redo);
}

static gboolean
turn (GrShop *shop, const Direction *direction, char **title, const GrProgress *progress, GError **error)
{
  g_autoptr (GrDeed) deed = NULL;
  GrDeedHead head;

  if (!find (shop, direction, &deed, error))
    return FALSE;
  if (deed == NULL) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED, _ (direction->nothing));
    return FALSE;
  }
  if (direction->only != 0 && direction->only != deed->id) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_CONFLICT, _ ("“%s” was done in the meantime. Nothing was changed."), deed->title);
    return FALSE;
  }
  if (!gr_progress_report (progress, _ (direction->progress), -1, error))
    return FALSE;
  head = gr_shop_deed_head (shop, direction->kind, NULL);
  if (!direction->turn (gr_shop_database (shop), deed->id, &head, error) ||
      !gr_shop_end_deed (shop, TRUE, progress, error))
    return FALSE;
  if (title != NULL)
    *title = g_strdup (deed->title);
  return TRUE;
}

/**
 * gr_shop_undo:
 * @title: (out) (optional) (transfer full): what was taken back
 *
 * Takes back the last deed that still holds, as a whole or not at all.
 */
gboolean
gr_shop_undo (GrShop *shop, char **title, const GrProgress *progress, GError **error)
{
  return turn (shop, &undo, title, progress, error);
}

/* Whether @deed_id is something that can be taken back at all. */
static gboolean
check_holds (GrShop *shop, gint64 deed_id, GError **error)
{
  g_autoptr (GrDeed) deed = gr_deed_by_id (gr_shop_database (shop), deed_id, error);

  if (deed == NULL)
    return FALSE;
  if (deed->undoes == 0 && deed->undone_by == 0 && !g_str_equal (deed->kind, "new-shop"))
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("“%s” can’t be undone."), deed->title);
  return FALSE;
}

/**
 * gr_shop_undo_to:
 * @deed_id: the oldest change that is to go
 * @n_undone: (out): how many changes were undone, also where one of them could not be
 *
 * Takes back a change and all that were made since, newest first, each as gr_shop_undo() does; each can be redone.
 * What was taken back before one that cannot be stays taken back.
 */
gboolean
gr_shop_undo_to (GrShop *shop, gint64 deed_id, int *n_undone, const GrProgress *progress, GError **error)
{
  *n_undone = 0;
  if (!check_holds (shop, deed_id, error))
    return FALSE;
  for (;;) {
    g_autoptr (GrDeed) next = NULL;

    if (!find (shop, &undo, &next, error))
      return FALSE;
    if (next == NULL || next->id < deed_id)
      return TRUE;
    if (!turn (shop, &undo, NULL, progress, error))
      return FALSE;
    (*n_undone)++;
  }
}

/**
 * gr_shop_redo:
 *
 * Does again what was taken back last.
 */
gboolean
gr_shop_redo (GrShop *shop, char **title, const GrProgress *progress, GError **error)
{
  return turn (shop, &redo, title, progress, error);
}

/**
 * gr_shop_undo_deed:
 * @deed_id: of gr_shop_next_undo()
 *
 * As gr_shop_undo(), where that is what it would take back; otherwise fails with %GR_ERROR_CONFLICT.
 */
gboolean
gr_shop_undo_deed (GrShop *shop, gint64 deed_id, char **title, const GrProgress *progress, GError **error)
{
  Direction direction = undo;

  direction.only = deed_id;
  return turn (shop, &direction, title, progress, error);
}

/**
 * gr_shop_redo_deed:
 * @deed_id: of gr_shop_next_redo()
 *
 * As gr_shop_undo_deed(), the other way.
 */
gboolean
gr_shop_redo_deed (GrShop *shop, gint64 deed_id, char **title, const GrProgress *progress, GError **error)
{
  Direction direction = redo;

  direction.only = deed_id;
  return turn (shop, &direction, title, progress, error);
}
