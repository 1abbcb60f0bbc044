#pragma once

#include <gtk/gtk.h>

/* What two lists of ids (GArray of gint64) have in common. */
guint gr_id_list_count_alike (const GArray *old, guint n_old, const GArray *ids, gboolean from_end);
GtkBitset *gr_id_list_carry (const GArray *old, const GtkBitset *selected, const GArray *ids);
