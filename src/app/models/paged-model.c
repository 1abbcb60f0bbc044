#include "paged-model.h"

#define PAGE_ROWS 64

struct _GrPagedModel {
  GObject parent_instance;

  GrShop *shop;
  GArray *ids;
  guint n_shown; /* of the ids, from the first on; fewer than all while the list grows */
  guint growth_id;
  GrRowCache *rows;
  gboolean selects_many;
  GtkBitset *selected;
  guint generation; /* of the list asked for last */
  GCancellable *cancellable;
  gboolean is_loaded;
};

enum { LOADED, SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GrPagedModel, gr_paged_model, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static gint64
id_at (GrPagedModel *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

/* Reads what is missing of the page that @position is on. */
static void
fetch_page (GrPagedModel *self, guint position)
{
  guint from = position / PAGE_ROWS * PAGE_ROWS;
  guint to = MIN (from + PAGE_ROWS, self->ids->len);
  gint64 missing[PAGE_ROWS];
  gsize n = 0;

  for (guint i = from; i < to; i++)
    if (!gr_row_cache_has (self->rows, id_at (self, i)))
      missing[n++] = id_at (self, i);
  gr_row_cache_fetch (self->rows, self->shop, missing, n);
}

static GType
get_item_type (GListModel *model)
{
  return GR_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return GR_PAGED_MODEL (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  gint64 id;

  if (position >= self->n_shown)
    return NULL;
  id = id_at (self, position);
  if (!gr_row_cache_has (self->rows, id))
    fetch_page (self, position);
  return g_object_ref (gr_row_cache_get (self->rows, id));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The selection */

static void
take_selection (GrPagedModel *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->selected);
  guint first, last;

  gtk_bitset_difference (changed, selected);
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  if (gtk_bitset_is_empty (changed))
    return;
  first = gtk_bitset_get_minimum (changed);
  last = gtk_bitset_get_maximum (changed);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
  g_signal_emit (self, signals[SELECTED], 0);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (GR_PAGED_MODEL (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (GR_PAGED_MODEL (model)->selected);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected =
      unselect_rest || !self->selects_many ? gtk_bitset_new_empty() : gtk_bitset_copy (self->selected);

  if (position < self->ids->len)
    gtk_bitset_add (selected, position);
  take_selection (self, selected);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;

  if (!self->selects_many)
    return FALSE;
  selected = gtk_bitset_copy (self->selected);
  gtk_bitset_remove (selected, position);
  take_selection (self, selected);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *wanted, GtkBitset *mask)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;
  g_autoptr (GtkBitset) added = NULL;

  if (!self->selects_many)
    return FALSE;
  selected = gtk_bitset_copy (self->selected);
  gtk_bitset_subtract (selected, mask);
  added = gtk_bitset_copy (wanted);
  gtk_bitset_intersect (added, mask);
  gtk_bitset_union (selected, added);
  take_selection (self, selected);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);

  if (!self->selects_many)
    return FALSE;
  take_selection (self, gtk_bitset_new_range (0, self->ids->len));
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  take_selection (GR_PAGED_MODEL (model), gtk_bitset_new_empty());
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  GrPagedModel *self = GR_PAGED_MODEL (model);
  GtkBitset *selected;

  if (!self->selects_many)
    return select_item (model, position + n - 1, TRUE);
  selected = unselect_rest ? gtk_bitset_new_empty() : gtk_bitset_copy (self->selected);
  gtk_bitset_add_range (selected, position, n);
  take_selection (self, selected);
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

/* Taking a new list */

/* Where the ids selected in the old list are in the new one. */
static GtkBitset *
carry_selection (GrPagedModel *self, GArray *ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *selected = gtk_bitset_new_empty();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (wanted, &g_array_index (self->ids, gint64, position));
  if (g_hash_table_size (wanted) > 0)
    for (guint i = 0; i < ids->len; i++)
      if (g_hash_table_contains (wanted, &g_array_index (ids, gint64, i)))
        gtk_bitset_add (selected, i);
  return selected;
}

/* A list view keeps widgets for some 200 rows, which take it a tenth of a second to fill. A long list therefore shows
 * its first rows at once and grows by a few at a time, until it has more than the view can hold. */
#define FIRST_ROWS 40
#define MORE_ROWS  24
#define VIEW_ROWS  256
#define GROW_MS    40

/* From @head on other rows are shown, up to @n of the ids. */
static void
show_rows (GrPagedModel *self, guint head, guint n)
{
  guint n_removed = self->n_shown - head;

  self->n_shown = n;
  if (n_removed > 0 || n > head)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_removed, n - head);
}

static gboolean
grow_cb (gpointer data)
{
  GrPagedModel *self = data;
  guint n = self->ids->len;

  show_rows (self, self->n_shown, self->n_shown < VIEW_ROWS ? MIN (n, self->n_shown + MORE_ROWS) : n);
  if (self->n_shown < n)
    return G_SOURCE_CONTINUE;
  self->growth_id = 0;
  return G_SOURCE_REMOVE;
}

static void
show_all (GrPagedModel *self)
{
  g_clear_handle_id (&self->growth_id, g_source_remove);
  show_rows (self, self->n_shown, self->ids->len);
}

static guint
count_alike (const GArray *old, guint n_old, const GArray *ids, gboolean from_end)
{
  guint n = 0, most = MIN (n_old, ids->len);

  while (n < most && g_array_index (old, gint64, from_end ? n_old - 1 - n : n) ==
                         g_array_index (ids, gint64, from_end ? ids->len - 1 - n : n))
    n++;
  return n;
}

/* Only what lies between the heads and tails that are alike is announced. A list view that loses a row it holds on to
 * looks for it among all that come in the same change, which would read every one of them: many never come so. */
static void
announce (GrPagedModel *self, const GArray *old, gboolean grows)
{
  guint n_old = self->n_shown, n_new = self->ids->len, head = count_alike (old, n_old, self->ids, FALSE);
  guint tail = n_old == old->len ? MIN (count_alike (old, n_old, self->ids, TRUE), MIN (n_old, n_new) - head) : 0;

  g_clear_handle_id (&self->growth_id, g_source_remove);
  if (n_old == old->len && n_new - head - tail <= VIEW_ROWS) {
    self->n_shown = n_new;
    if (head + tail < MAX (n_old, n_new))
      g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
    return;
  }
  show_rows (self, head, grows ? MIN (n_new, MAX (head, FIRST_ROWS)) : head);
  if (!grows)
    show_all (self);
  else if (self->n_shown < n_new)
    self->growth_id = g_timeout_add (GROW_MS, grow_cb, self);
}

static void
take_ids (GrPagedModel *self, GArray *ids, gboolean is_loaded, gboolean grows)
{
  g_autoptr (GArray) old = self->ids;
  GtkBitset *selected = carry_selection (self, ids);
  gboolean is_fewer = gtk_bitset_get_size (self->selected) != gtk_bitset_get_size (selected);

  self->ids = ids;
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  self->is_loaded = is_loaded;
  announce (self, old, grows);
  g_signal_emit (self, signals[LOADED], 0);
  if (is_fewer)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
forget_question (GrPagedModel *self)
{
  self->generation++;
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

typedef struct {
  GrIdQuery find;
  gpointer query;
  GDestroyNotify free_query;
} Question;

typedef struct {
  GrPagedModel *model;
  guint generation;
} Answer;

static void
free_question (gpointer data)
{
  Question *question = data;

  if (question->free_query)
    question->free_query (question->query);
  g_free (question);
}

static gpointer
find_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  Question *question = data;

  return question->find (shop, question->query, error);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Answer *answer = user_data;
  g_autoptr (GrPagedModel) self = answer->model;
  g_autoptr (GError) error = NULL;
  GArray *ids = gr_shop_run_finish (GR_SHOP (source), result, &error);

  if (!ids) {
    g_debug ("a list: %s", error->message);
    return;
  }
  if (answer->generation != self->generation) {
    g_array_unref (ids);
    return;
  }
  take_ids (self, ids, TRUE, TRUE);
  gr_paged_model_refresh (self);
}

/**
 * gr_paged_model_query:
 * @query: (transfer full): what to find, given to @find in a thread
 *
 * Asks for another list; it is shown when it has been found.
 */
void
gr_paged_model_query (GrPagedModel *self, GrShop *shop, GrIdQuery find, gpointer query, GDestroyNotify free_query)
{
  Question *question;
  Answer *answer;
  GrShopWork work;

  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  forget_question (self);
  g_set_object (&self->shop, shop);
  self->cancellable = g_cancellable_new();
  question = g_new (Question, 1);
  *question = (Question){find, query, free_query};
  answer = g_new (Answer, 1);
  *answer = (Answer){g_object_ref (self), self->generation};
  work = (GrShopWork){
      .job = find_job,
      .data = question,
      .free_data = free_question,
      .free_result = (GDestroyNotify) g_array_unref,
  };
  gr_shop_run_async (shop, &work, self->cancellable, answer_cb, answer);
}

/**
 * gr_paged_model_set_ids:
 *
 * Takes a list that is known already.
 */
void
gr_paged_model_set_ids (GrPagedModel *self, GrShop *shop, const gint64 *ids, gsize n)
{
  GArray *list;

  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  forget_question (self);
  g_set_object (&self->shop, shop);
  list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n);
  g_array_append_vals (list, ids, (guint) n);
  take_ids (self, list, TRUE, FALSE);
  gr_paged_model_refresh (self);
}

/**
 * gr_paged_model_take_rows:
 * @rows: (transfer full): all of the list's rows
 *
 * For short lists, which are read at once: the model has no @fetch then.
 */
void
gr_paged_model_take_rows (GrPagedModel *self, GPtrArray *rows)
{
  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  forget_question (self);
  take_ids (self, gr_row_cache_take (self->rows, rows), TRUE, FALSE);
}

/**
 * gr_paged_model_refresh:
 *
 * Reads again what is on screen and forgets the rest; the list and its order stay.
 */
void
gr_paged_model_refresh (GrPagedModel *self)
{
  g_return_if_fail (GR_IS_PAGED_MODEL (self));
  gr_row_cache_refresh (self->rows, self->shop);
}

/**
 * gr_paged_model_clear:
 *
 * An empty list, not loaded; for a shop that is closed.
 */
void
gr_paged_model_clear (GrPagedModel *self)
{
  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  forget_question (self);
  g_clear_object (&self->shop);
  take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), FALSE, FALSE);
  gr_row_cache_clear (self->rows);
}

gboolean
gr_paged_model_is_loaded (GrPagedModel *self)
{
  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), FALSE);
  return self->is_loaded;
}

/**
 * gr_paged_model_position_of:
 *
 * Returns: where the id stands, GTK_INVALID_LIST_POSITION where it does not. O(n)
 */
guint
gr_paged_model_position_of (GrPagedModel *self, gint64 id)
{
  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self, i) == id) {
      if (i >= self->n_shown)
        show_all (self);
      return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * gr_paged_model_get_selected:
 *
 * Returns: the id of the (first) selected row, 0 for none
 */
gint64
gr_paged_model_get_selected (GrPagedModel *self)
{
  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), 0);

  if (gtk_bitset_is_empty (self->selected))
    return 0;
  return id_at (self, gtk_bitset_get_minimum (self->selected));
}

/**
 * gr_paged_model_get_all_selected:
 *
 * Returns: (transfer full): ids (gint64) of all selected rows, in the list's order
 */
GArray *
gr_paged_model_get_all_selected (GrPagedModel *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), ids);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_vals (ids, &g_array_index (self->ids, gint64, position), 1);
  return ids;
}

/**
 * gr_paged_model_select:
 *
 * Returns: whether the id is in the list
 */
gboolean
gr_paged_model_select (GrPagedModel *self, gint64 id)
{
  guint position = gr_paged_model_position_of (self, id);

  return position != GTK_INVALID_LIST_POSITION &&
         gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, TRUE);
}

static void
gr_paged_model_finalize (GObject *object)
{
  GrPagedModel *self = GR_PAGED_MODEL (object);

  g_clear_handle_id (&self->growth_id, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shop);
  g_array_unref (self->ids);
  g_clear_pointer (&self->rows, gr_row_cache_free);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (gr_paged_model_parent_class)->finalize (object);
}

static void
gr_paged_model_class_init (GrPagedModelClass *klass)
{
  GType type = GR_TYPE_PAGED_MODEL;

  G_OBJECT_CLASS (klass)->finalize = gr_paged_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_paged_model_init (GrPagedModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->selected = gtk_bitset_new_empty();
}

/**
 * gr_paged_model_new:
 * @selects_many: whether more than one row can be selected
 *
 * Returns: (transfer full): an empty list
 */
GrPagedModel *
gr_paged_model_new (const GrRowSource *source, gboolean selects_many)
{
  GrPagedModel *self = g_object_new (GR_TYPE_PAGED_MODEL, NULL);

  self->rows = gr_row_cache_new (source);
  self->selects_many = selects_many;
  return self;
}
