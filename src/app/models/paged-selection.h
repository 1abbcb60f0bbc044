#pragma once

#include "paged-model.h"

/* Between the model and how it selects. */
void gr_paged_selection_init (GtkSelectionModelInterface *iface);

guint gr_paged_model_count_ids (GrPagedModel *self);
gboolean gr_paged_model_selects_many (GrPagedModel *self);
GtkBitset *gr_paged_model_get_selection (GrPagedModel *self);
void gr_paged_model_take_selection (GrPagedModel *self, GtkBitset *selected);
