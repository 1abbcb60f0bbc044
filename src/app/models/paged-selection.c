#include "paged-selection.h"

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (gr_paged_model_get_selection (GR_PAGED_MODEL (model)), position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (gr_paged_model_get_selection (GR_PAGED_MODEL (model)));
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected = unselect_rest || !gr_paged_model_selects_many (self)
                            ? gtk_bitset_new_empty()
                            : gtk_bitset_copy (gr_paged_model_get_selection (self));

  if (position < gr_paged_model_count_ids (self))
    gtk_bitset_add (selected, position);
  gr_paged_model_take_selection (self, selected);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;

  if (!gr_paged_model_selects_many (self))
    return FALSE;
  selected = gtk_bitset_copy (gr_paged_model_get_selection (self));
  gtk_bitset_remove (selected, position);
  gr_paged_model_take_selection (self, selected);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *wanted, GtkBitset *mask)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;
  g_autoptr (GtkBitset) added = NULL;

  if (!gr_paged_model_selects_many (self))
    return FALSE;
  selected = gtk_bitset_copy (gr_paged_model_get_selection (self));
  gtk_bitset_subtract (selected, mask);
  added = gtk_bitset_copy (wanted);
  gtk_bitset_intersect (added, mask);
  gtk_bitset_union (selected, added);
  gr_paged_model_take_selection (self, selected);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);

  if (!gr_paged_model_selects_many (self))
    return FALSE;
  gr_paged_model_take_selection (self, gtk_bitset_new_range (0, gr_paged_model_count_ids (self)));
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  gr_paged_model_take_selection (GR_PAGED_MODEL (model), gtk_bitset_new_empty());
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;

  if (!gr_paged_model_selects_many (self))
    return select_item (model, position + n - 1, TRUE);
  selected = unselect_rest ? gtk_bitset_new_empty() : gtk_bitset_copy (gr_paged_model_get_selection (self));
  gtk_bitset_add_range (selected, position, n);
  gr_paged_model_take_selection (self, selected);
  return TRUE;
}

/**
 * gr_paged_selection_init:
 *
 * Makes the model select its rows itself: by id, so that a selection outlives the list it was made in.
 */
void
gr_paged_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}
