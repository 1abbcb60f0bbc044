#pragma once

#include "shop.h"

/* What Ctrl+Z and Shift+Ctrl+Z would do: a title (transfer full), or NULL where there is nothing. */
char *gr_shop_undo_title (GrShop *shop);
char *gr_shop_redo_title (GrShop *shop);

/* Undo of a large import takes a while: run it as a job. Fails with GR_ERROR_CONFLICT and says what has changed since.
 */
gboolean gr_shop_undo (GrShop *shop, char **title, const GrProgress *progress, GError **error);
gboolean gr_shop_undo_to (GrShop *shop, gint64 deed_id, int *n_undone, const GrProgress *progress, GError **error);
gboolean gr_shop_redo (GrShop *shop, char **title, const GrProgress *progress, GError **error);
