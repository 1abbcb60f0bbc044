#pragma once

#include <gtk/gtk.h>

/**
 * GrPagedSelection:
 * @count: how many rows there are, of which the list may show only the first
 *
 * What a #GrPagedModel is by its selection: the positions that are selected, and how a list view changes them.
 *
 * Signal "selected": the selection is another one.
 */
#define GR_TYPE_PAGED_SELECTION (gr_paged_selection_get_type())
G_DECLARE_DERIVABLE_TYPE (GrPagedSelection, gr_paged_selection, GR, PAGED_SELECTION, GObject)

struct _GrPagedSelectionClass {
  GObjectClass parent_class;

  guint (*count) (GrPagedSelection *self);
};

void gr_paged_selection_set_many (GrPagedSelection *self, gboolean can_many);
GtkBitset *gr_paged_selection_get (GrPagedSelection *self);
GtkBitset *gr_paged_selection_carry (GrPagedSelection *self, GtkBitset *selected);
void gr_paged_selection_announce (GrPagedSelection *self, const GtkBitset *before);
void gr_paged_selection_tell (GrPagedSelection *self);
