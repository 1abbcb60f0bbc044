#pragma once

#include "shop/base/shop.h"

/* Finds the ids that a list consists of, in order; runs in a thread on a shop of its own. GArray of gint64. */
typedef GArray *(*GrIdQuery) (GrShop *shop, gpointer query, GError **error);

/**
 * GrIdQuestion:
 * @query: (transfer full): what to find, given to @find in a thread
 * @is_same_list: the list that is there, read again after a change: a line stays the same line wherever it goes to, and
 * the keyboard with it. Else, as for the next key of a search, lines stay where they are and show what is found now,
 * which is ten times as fast.
 */
typedef struct {
  GrIdQuery find;
  gpointer query;
  GDestroyNotify free_query;
  gboolean is_same_list;
} GrIdQuestion;

/* @ids: (transfer full) (nullable): %NULL where they could not be found, see @error */
typedef void (*GrIdAnswer) (gpointer owner, GArray *ids, gboolean is_same_list, const GError *error);

/**
 * GrIdAsker:
 *
 * Has lists of ids found in a thread, for an object that is kept alive meanwhile. A list asked for later makes an
 * earlier answer void.
 */
typedef struct _GrIdAsker GrIdAsker;

GrIdAsker *gr_id_asker_new (GObject *owner, GrIdAnswer answer);
void gr_id_asker_free (GrIdAsker *asker);
void gr_id_asker_ask (GrIdAsker *asker, GrShop *shop, const GrIdQuestion *question);
void gr_id_asker_forget (GrIdAsker *asker);
