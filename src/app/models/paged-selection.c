#include "paged-selection.h"

typedef struct {
  gboolean selects_many;
  GtkBitset *selected;
} GrPagedSelectionPrivate;

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (GrPagedSelection, gr_paged_selection, G_TYPE_OBJECT,
    G_ADD_PRIVATE (GrPagedSelection) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GrPagedSelectionPrivate *
private_of (gpointer self)
{
  return gr_paged_selection_get_instance_private (self);
}

static GtkBitset *
selected_of (gpointer self)
{
  return private_of (self)->selected;
}

static gboolean
selects_many (gpointer self)
{
  return private_of (self)->selects_many;
}

static guint
count (gpointer self)
{
  return GR_PAGED_SELECTION_GET_CLASS (self)->count (self);
}

/**
 * gr_paged_selection_get:
 *
 * Returns: (transfer none): the positions of what is selected
 */
GtkBitset *
gr_paged_selection_get (GrPagedSelection *self)
{
  g_return_val_if_fail (GR_IS_PAGED_SELECTION (self), NULL);
  return selected_of (self);
}

/* Takes @selected. */
static void
select_positions (gpointer self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (selected_of (self));
  guint first, last;

  gtk_bitset_difference (changed, selected);
  gtk_bitset_unref (selected_of (self));
  private_of (self)->selected = selected;
  if (gtk_bitset_is_empty (changed))
    return;
  first = gtk_bitset_get_minimum (changed);
  last = gtk_bitset_get_maximum (changed);
  gtk_selection_model_selection_changed (self, first, last - first + 1);
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * gr_paged_selection_carry:
 * @selected: (transfer full): where what was selected stands in the list that has come
 *
 * For the model that takes another list, before it shows it; gr_paged_selection_announce() follows when it has.
 *
 * Returns: (transfer full): the positions before
 */
GtkBitset *
gr_paged_selection_carry (GrPagedSelection *self, GtkBitset *selected)
{
  GtkBitset *before = selected_of (self);

  private_of (self)->selected = selected;
  return before;
}

/**
 * gr_paged_selection_announce:
 * @before: the positions that were selected
 *
 * Rows that stayed in place may be selected otherwise.
 */
void
gr_paged_selection_announce (GrPagedSelection *self, const GtkBitset *before)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (before);

  gtk_bitset_difference (changed, selected_of (self));
  gtk_bitset_remove_range_closed (changed, g_list_model_get_n_items (G_LIST_MODEL (self)), G_MAXUINT);
  if (!gtk_bitset_is_empty (changed)) {
    guint first = gtk_bitset_get_minimum (changed);

    gtk_selection_model_selection_changed (
        GTK_SELECTION_MODEL (self), first, gtk_bitset_get_maximum (changed) - first + 1);
  }
}

/**
 * gr_paged_selection_tell:
 *
 * Emits "selected": what is selected is something else.
 */
void
gr_paged_selection_tell (GrPagedSelection *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

/* GtkSelectionModel */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (selected_of (model), position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (selected_of (model));
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  GtkBitset *selected =
      unselect_rest || !selects_many (model) ? gtk_bitset_new_empty() : gtk_bitset_copy (selected_of (model));

  if (position < count (model))
    gtk_bitset_add (selected, position);
  select_positions (model, selected);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  GtkBitset *selected;

  if (!selects_many (model))
    return FALSE;
  selected = gtk_bitset_copy (selected_of (model));
  gtk_bitset_remove (selected, position);
  select_positions (model, selected);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *wanted, GtkBitset *mask)
{
  GtkBitset *selected;
  g_autoptr (GtkBitset) added = NULL;

  if (!selects_many (model))
    return FALSE;
  selected = gtk_bitset_copy (selected_of (model));
  gtk_bitset_subtract (selected, mask);
  added = gtk_bitset_copy (wanted);
  gtk_bitset_intersect (added, mask);
  gtk_bitset_union (selected, added);
  select_positions (model, selected);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{

  if (!selects_many (model))
    return FALSE;
  select_positions (model, gtk_bitset_new_range (0, count (model)));
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  select_positions (model, gtk_bitset_new_empty());
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  GtkBitset *selected;

  if (!selects_many (model))
    return select_item (model, position + n - 1, TRUE);
  selected = unselect_rest ? gtk_bitset_new_empty() : gtk_bitset_copy (selected_of (model));
  gtk_bitset_add_range (selected, position, n);
  select_positions (model, selected);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
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

/* The rows are the model's own. */
static void
list_model_init (GListModelInterface *iface)
{
}

static void
gr_paged_selection_finalize (GObject *object)
{
  gtk_bitset_unref (selected_of (object));
  G_OBJECT_CLASS (gr_paged_selection_parent_class)->finalize (object);
}

static void
gr_paged_selection_class_init (GrPagedSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_paged_selection_finalize;
  signals[SELECTED] =
      g_signal_new ("selected", GR_TYPE_PAGED_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_paged_selection_init (GrPagedSelection *self)
{
  private_of (self)->selected = gtk_bitset_new_empty();
}

/**
 * gr_paged_selection_set_many:
 *
 * Whether more than one row can be selected.
 */
void
gr_paged_selection_set_many (GrPagedSelection *self, gboolean can_many)
{
  g_return_if_fail (GR_IS_PAGED_SELECTION (self));
  private_of (self)->selects_many = can_many;
}
