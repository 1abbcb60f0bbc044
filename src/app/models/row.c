#include "row.h"

struct _GrRow {
  GObject parent_instance;

  gint64 id;
  GrRecord *record;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GrRow, gr_row, G_TYPE_OBJECT)

static void
gr_row_finalize (GObject *object)
{
  gr_record_unref (GR_ROW (object)->record);
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
gr_row_new (gint64 id, GrRecord *record)
{
  GrRow *self = g_object_new (GR_TYPE_ROW, NULL);

  self->id = id;
  self->record = gr_record_ref (record);
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
  return self->record->data;
}

/**
 * gr_row_show:
 *
 * Makes it the line of another id, or of what was read anew.
 */
void
gr_row_show (GrRow *self, gint64 id, GrRecord *record)
{
  g_autoptr (GrRow) kept = g_object_ref (self);

  if (self->id == id && self->record == record)
    return;
  self->id = id;
  gr_record_ref (record);
  gr_record_unref (self->record);
  self->record = record;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gr_row_take_data (GrRow *self, gpointer data, GDestroyNotify free_data)
{
  GrRecord *record = gr_record_new (data, free_data);

  gr_row_show (self, self->id, record);
  gr_record_unref (record);
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
