#pragma once

#include "shop.h"

/**
 * GrTurn:
 * @who: brought it into the state that it is in, on @done_on
 * @is_own: whether that was this program, since it opened the shop
 *
 * What Undo or Redo would turn.
 */
typedef struct {
  gint64 deed_id;
  char *title;
  char *who;
  GrDate done_on;
  gboolean is_own;
} GrTurn;

void gr_turn_free (GrTurn *turn);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTurn, gr_turn_free)
GrTurn *gr_shop_next_undo (GrShop *shop, GError **error);
GrTurn *gr_shop_next_redo (GrShop *shop, GError **error);

/* What Ctrl+Z and Shift+Ctrl+Z would do: a title (transfer full), or NULL where there is nothing. */
char *gr_shop_undo_title (GrShop *shop);
char *gr_shop_redo_title (GrShop *shop);

/* Undo of a large import takes a while: run it as a job. Fails with GR_ERROR_CONFLICT and says what has changed since.
 */
gboolean gr_shop_undo (GrShop *shop, char **title, const GrProgress *progress, GError **error);
gboolean gr_shop_undo_to (GrShop *shop, gint64 deed_id, int *n_undone, const GrProgress *progress, GError **error);
gboolean gr_shop_redo (GrShop *shop, char **title, const GrProgress *progress, GError **error);

/* Those that somebody was shown, and no others. */
gboolean gr_shop_undo_deed (GrShop *shop, gint64 deed_id, char **title, const GrProgress *progress, GError **error);
gboolean gr_shop_redo_deed (GrShop *shop, gint64 deed_id, char **title, const GrProgress *progress, GError **error);
