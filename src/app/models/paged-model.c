#include "paged-model.h"

#include "id-list.h"
#include "row-positions.h"

#define PAGE_ROWS 64
#define MAX_ROWS  1024

struct _GrPagedModel {
  GrPagedSelection parent_instance;

  GrShop *shop;
  GArray *ids;
  guint n_shown; /* of the ids, from the first on; fewer than all while the list grows */
  guint growth_id;
  GrRecordCache *records;
  GrRowPositions *rows;
  GrIdAsker *asker;
  gboolean is_loaded;
};

enum { LOADED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    GrPagedModel, gr_paged_model, GR_TYPE_PAGED_SELECTION, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
id_at (GrPagedModel *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

static void
fetch (GrPagedModel *self, GrIdSpan ids)
{
  g_autoptr (GError) error = NULL;

  if (!gr_record_cache_fetch (self->records, self->shop, ids, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
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
    if (!gr_record_cache_has (self->records, id_at (self, i)))
      missing[n++] = id_at (self, i);
  fetch (self, (GrIdSpan){missing, n});
}

static GrRecord *
record_at (GrPagedModel *self, guint position)
{
  if (!gr_record_cache_has (self->records, id_at (self, position)))
    fetch_page (self, position);
  return gr_record_cache_get (self->records, id_at (self, position));
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
  GrRow *row;

  if (position >= self->n_shown)
    return NULL;
  row = gr_row_positions_get (self->rows, position);
  if (row)
    return g_object_ref (row);
  if (gr_row_positions_count (self->rows) >= MAX_ROWS && gr_record_cache_can_fetch (self->records))
    gr_row_positions_drop_unwatched (self->rows);
  row = gr_row_new (id_at (self, position), record_at (self, position));
  gr_row_positions_put (self->rows, position, g_object_ref (row));
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Taking a new list */

/* A list view keeps widgets for some 200 rows, which take it a tenth of a second to make. A long list therefore shows
 * its first rows at once and, when nobody types any more, grows by a few at a time until it has more than the view can
 * hold. */
#define FIRST_ROWS    32
#define MORE_ROWS     8
#define VIEW_ROWS     256
#define GROW_AFTER_MS 300
#define GROW_MS       17

/* @n_removed rows give way to as many as make the list @n long. */
static void
splice (GrPagedModel *self, guint position, guint n_removed, guint n)
{
  guint n_added = n - (self->n_shown - n_removed);

  self->n_shown = n;
  if (n_removed == 0 && n_added == 0)
    return;
  gr_row_positions_splice (self->rows, position, n_removed, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
show_again (guint position, GrRow *row, gpointer model)
{
  gr_row_show (row, id_at (model, position), record_at (model, position));
}

static void
append (GrPagedModel *self, guint n)
{
  splice (self, self->n_shown, 0, n);
}

static gboolean
grow_cb (gpointer data)
{
  GrPagedModel *self = data;
  guint n = self->ids->len;

  append (self, self->n_shown < VIEW_ROWS ? MIN (n, self->n_shown + MORE_ROWS) : n);
  if (self->n_shown < n)
    return G_SOURCE_CONTINUE;
  self->growth_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
start_growing_cb (gpointer data)
{
  GrPagedModel *self = data;

  self->growth_id = g_timeout_add (GROW_MS, grow_cb, self);
  return G_SOURCE_REMOVE;
}

static void
show_all (GrPagedModel *self)
{
  g_clear_handle_id (&self->growth_id, g_source_remove);
  append (self, self->ids->len);
}

static void
grow (GrPagedModel *self)
{
  guint n = self->ids->len;

  if (n > self->n_shown)
    append (self, MIN (n, MAX (self->n_shown, FIRST_ROWS)));
  if (n > self->n_shown)
    self->growth_id = g_timeout_add (GROW_AFTER_MS, start_growing_cb, self);
}

/* Only what lies between the heads and tails that are alike is announced. A list view that loses a row it holds on to
 * looks for it among all that come in the same change, which would read every one of them: many never come so. */
static void
replace_rows (GrPagedModel *self, const GArray *old, gboolean grows)
{
  guint n_old = self->n_shown, n_new = self->ids->len;
  guint head = gr_id_list_count_alike (old, n_old, self->ids, FALSE), tail = 0;

  if (n_old == old->len)
    tail = MIN (gr_id_list_count_alike (old, n_old, self->ids, TRUE), MIN (n_old, n_new) - head);
  if (n_new - head - tail <= VIEW_ROWS && n_old == old->len) {
    splice (self, head, n_old - head - tail, n_new);
  } else {
    splice (self, head, n_old - head, head);
    if (grows)
      grow (self);
    else
      append (self, n_new);
  }
  gr_row_positions_for_each (self->rows, show_again, self);
}

/* The rows stay where they are and show what is there now. */
static void
reuse_rows (GrPagedModel *self)
{
  guint n_old = self->n_shown, n_new = self->ids->len;

  if (n_new < n_old)
    splice (self, n_new, n_old - n_new, n_new);
  gr_row_positions_for_each (self->rows, show_again, self);
  grow (self);
}

/* How another list comes in the place of the old one. */
typedef enum {
  REPLACE, /* at once */
  GROW,    /* a few rows at a time where there are many */
  REUSE,   /* in the rows that are there */
} Manner;

static void
take_ids (GrPagedModel *self, GArray *ids, gboolean is_loaded, Manner manner)
{
  g_autoptr (GArray) old = self->ids;
  GrPagedSelection *selection = GR_PAGED_SELECTION (self);
  g_autoptr (GtkBitset) before = NULL;

  g_clear_handle_id (&self->growth_id, g_source_remove);
  before = gr_paged_selection_carry (selection, gr_id_list_carry (old, gr_paged_selection_get (selection), ids));
  self->ids = ids;
  self->is_loaded = is_loaded;
  if (manner == REUSE)
    reuse_rows (self);
  else
    replace_rows (self, old, manner == GROW);
  gr_paged_selection_announce (selection, before);
  g_signal_emit (self, signals[LOADED], 0);
  if (gtk_bitset_get_size (before) != gtk_bitset_get_size (gr_paged_selection_get (selection)))
    gr_paged_selection_tell (selection);
}

static void
take_answer (gpointer model, GArray *ids, gboolean is_same_list, const GError *error)
{
  if (!ids)
    g_signal_emit (model, signals[FAILED], 0, error);
  else
    take_ids (model, ids, TRUE, is_same_list ? GROW : REUSE);
}

/**
 * gr_paged_model_query:
 *
 * Asks for another list; it is shown when it has been found.
 */
void
gr_paged_model_query (GrPagedModel *self, GrShop *shop, const GrIdQuestion *question)
{
  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  g_set_object (&self->shop, shop);
  gr_id_asker_ask (self->asker, shop, question);
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

  gr_id_asker_forget (self->asker);
  g_set_object (&self->shop, shop);
  list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n);
  g_array_append_vals (list, ids, (guint) n);
  take_ids (self, list, TRUE, REPLACE);
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

  gr_id_asker_forget (self->asker);
  take_ids (self, gr_record_cache_take (self->records, rows), TRUE, REPLACE);
}

static void
collect_id (guint position, GrRow *row, gpointer ids)
{
  gint64 id = gr_row_get_id (row);

  g_array_append_val (ids, id);
}

/**
 * gr_paged_model_refresh:
 *
 * Reads again what is on screen and forgets the rest; the list and its order stay. A list that was taken as a whole
 * has nothing to read.
 */
void
gr_paged_model_refresh (GrPagedModel *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (GR_IS_PAGED_MODEL (self));

  if (!gr_record_cache_can_fetch (self->records))
    return;
  gr_record_cache_clear (self->records);
  gr_row_positions_drop_unwatched (self->rows);
  gr_row_positions_for_each (self->rows, collect_id, ids);
  for (guint i = 0; i < ids->len; i += PAGE_ROWS)
    fetch (self, (GrIdSpan){&g_array_index (ids, gint64, i), MIN (PAGE_ROWS, ids->len - i)});
  gr_row_positions_for_each (self->rows, show_again, self);
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

  gr_id_asker_forget (self->asker);
  g_clear_object (&self->shop);
  take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), FALSE, REPLACE);
  gr_record_cache_clear (self->records);
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
 * gr_paged_model_get_ids:
 *
 * Returns: (transfer full): the ids (gint64) of all rows, also of those that the list has not grown to yet
 */
GArray *
gr_paged_model_get_ids (GrPagedModel *self)
{
  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), NULL);
  return g_array_copy (self->ids);
}

/**
 * gr_paged_model_read:
 * @ids: few of them; what has gone by now is passed over
 *
 * Reads rows that need not be on screen, and visits them in their order.
 */
gboolean
gr_paged_model_read (GrPagedModel *self, GrIdSpan ids, GrRowVisit visit, gpointer data, GError **error)
{
  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), FALSE);

  if (!gr_record_cache_fetch (self->records, self->shop, ids, error))
    return FALSE;
  for (gsize i = 0; i < ids.n; i++) {
    GrRecord *record = gr_record_cache_get (self->records, ids.ids[i]);

    if (record->data)
      visit (record->data, data);
  }
  return TRUE;
}

/**
 * gr_paged_model_get_selected:
 *
 * Returns: the id of the (first) selected row, 0 for none
 */
gint64
gr_paged_model_get_selected (GrPagedModel *self)
{
  const GtkBitset *selected;

  g_return_val_if_fail (GR_IS_PAGED_MODEL (self), 0);

  selected = gr_paged_selection_get (GR_PAGED_SELECTION (self));
  return gtk_bitset_is_empty (selected) ? 0 : id_at (self, gtk_bitset_get_minimum (selected));
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

static guint
gr_paged_model_count (GrPagedSelection *selection)
{
  return GR_PAGED_MODEL (selection)->ids->len;
}

static void
gr_paged_model_finalize (GObject *object)
{
  GrPagedModel *self = GR_PAGED_MODEL (object);

  g_clear_handle_id (&self->growth_id, g_source_remove);
  gr_id_asker_free (self->asker);
  g_clear_object (&self->shop);
  g_array_unref (self->ids);
  gr_row_positions_free (self->rows);
  g_clear_pointer (&self->records, gr_record_cache_free);
  G_OBJECT_CLASS (gr_paged_model_parent_class)->finalize (object);
}

static void
gr_paged_model_class_init (GrPagedModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_paged_model_finalize;
  GR_PAGED_SELECTION_CLASS (klass)->count = gr_paged_model_count;
  signals[LOADED] =
      g_signal_new ("loaded", GR_TYPE_PAGED_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
      "failed", GR_TYPE_PAGED_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
gr_paged_model_init (GrPagedModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = gr_row_positions_new();
  self->asker = gr_id_asker_new (G_OBJECT (self), take_answer);
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

  self->records = gr_record_cache_new (source);
  gr_paged_selection_set_many (GR_PAGED_SELECTION (self), selects_many);
  return self;
}
