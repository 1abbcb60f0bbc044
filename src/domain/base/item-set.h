#pragma once

#include <glib.h>

/**
 * GrItemSet:
 *
 * All items of a shop, a few of them, or one: what everything that reads about items is asked for.
 */
typedef struct _GrItemSet GrItemSet;

GrItemSet *gr_item_set_new_all (void);
GrItemSet *gr_item_set_new (const gint64 *item_ids, gsize n);
GrItemSet *gr_item_set_new_one (gint64 item_id);
GrItemSet *gr_item_set_copy (const GrItemSet *items);
void gr_item_set_free (GrItemSet *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemSet, gr_item_set_free)

gboolean gr_item_set_is_all (const GrItemSet *items);
gboolean gr_item_set_is_empty (const GrItemSet *items);
gboolean gr_item_set_has (const GrItemSet *items, gint64 item_id);
gsize gr_item_set_size (const GrItemSet *items);
const gint64 *gr_item_set_ids (const GrItemSet *items);
const char *gr_item_set_json (const GrItemSet *items);
