#include "row.h"

struct _GrRow {
  GObject parent_instance;

  gint64 id;
  gpointer data;
  GDestroyNotify free_data;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrRow, gr_row, G_TYPE_OBJECT)

static void
gr_row_finalize (GObject *object)
{
  GrRow *self = GR_ROW (object);

  if (self->data && self->free_data)
    self->free_data (self->data);
  G_OBJECT_CLASS (gr_row_parent_class)->finalize (object);
}

static void
gr_row_class_init (GrRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", GR_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gr_row_init (GrRow *self)
{
}

GrRow *
gr_row_new (gint64 id)
{
  GrRow *self = g_object_new (GR_TYPE_ROW, NULL);

  self->id = id;
  return self;
}

gint64
gr_row_get_id (GrRow *self)
{
  g_return_val_if_fail (GR_IS_ROW (self), 0);
  return self->id;
}

/**
 * gr_row_get_data:
 *
 * Returns: (nullable) (transfer none): what was read; %NULL where the row has gone meanwhile
 */
gpointer
gr_row_get_data (GrRow *self)
{
  g_return_val_if_fail (GR_IS_ROW (self), NULL);
  return self->data;
}

void
gr_row_take_data (GrRow *self, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (GR_IS_ROW (self));

  if (self->data && self->free_data)
    self->free_data (self->data);
  self->data = data;
  self->free_data = free_data;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * gr_row_is_watched:
 *
 * Returns: whether a cell on screen shows it
 */
gboolean
gr_row_is_watched (GrRow *self)
{
  g_return_val_if_fail (GR_IS_ROW (self), FALSE);
  return g_signal_has_handler_pending (self, signals[CHANGED], 0, TRUE);
}
