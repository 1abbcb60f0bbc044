#pragma once

#include "item-texts.h"

/* The items that words find, as of one moment. */
typedef struct _GrFoundItems GrFoundItems;

void gr_item_finder_prepare (GrDatabase *database);
GrFoundItems *gr_item_finder_find (GrDatabase *database, const char *words, GError **error);
gboolean gr_found_items_has (const GrFoundItems *found, gint64 item_id);
gboolean gr_found_items_is_similar (const GrFoundItems *found);
void gr_found_items_free (GrFoundItems *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFoundItems, gr_found_items_free)

GArray * /* guint32 by item id */
gr_item_finder_ranks (GrDatabase *database, GrItemOrder order, GError **error);
