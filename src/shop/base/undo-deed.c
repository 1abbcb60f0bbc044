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
