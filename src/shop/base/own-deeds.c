#include "own-deeds.h"

struct _GrOwnDeeds {
  GMutex mutex;
  GHashTable *ids; /* gint64 * */
  guint n_writes;
};

GrOwnDeeds *
gr_own_deeds_new (void)
{
  GrOwnDeeds *own = g_atomic_rc_box_new0 (GrOwnDeeds);

  g_mutex_init (&own->mutex);
  own->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return own;
}

GrOwnDeeds *
gr_own_deeds_ref (GrOwnDeeds *own)
{
  return g_atomic_rc_box_acquire (own);
}

static void
clear (gpointer data)
{
  GrOwnDeeds *own = data;

  g_mutex_clear (&own->mutex);
  g_hash_table_unref (own->ids);
}

void
gr_own_deeds_unref (GrOwnDeeds *own)
{
  g_atomic_rc_box_release_full (own, clear);
}

/**
 * gr_own_deeds_add:
 *
 * To be called before the deed is in the file: another thread may look there at once.
 */
void
gr_own_deeds_add (GrOwnDeeds *own, gint64 deed_id)
{
  g_mutex_lock (&own->mutex);
  g_hash_table_add (own->ids, g_memdup2 (&deed_id, sizeof deed_id));
  g_mutex_unlock (&own->mutex);
}

/**
 * gr_own_deeds_remove:
 *
 * The deed did not come about; its number may become another's.
 */
void
gr_own_deeds_remove (GrOwnDeeds *own, gint64 deed_id)
{
  g_mutex_lock (&own->mutex);
  g_hash_table_remove (own->ids, &deed_id);
  g_mutex_unlock (&own->mutex);
}

gboolean
gr_own_deeds_have (GrOwnDeeds *own, gint64 deed_id)
{
  gboolean have;

  g_mutex_lock (&own->mutex);
  have = g_hash_table_contains (own->ids, &deed_id);
  g_mutex_unlock (&own->mutex);
  return have;
}

/**
 * gr_own_deeds_made:
 *
 * Whether @deed is what it is, done or undone, by this program since it opened the file. One that was redone is its who
 * first did it.
 */
gboolean
gr_own_deeds_made (GrOwnDeeds *own, const GrDeed *deed)
{
  return gr_own_deeds_have (own, deed->undone_by != 0 ? deed->undone_by : deed->id);
}

/**
 * gr_own_deeds_note_write:
 *
 * Another thread of this program wrote to the file and will say so itself.
 */
void
gr_own_deeds_note_write (GrOwnDeeds *own)
{
  g_mutex_lock (&own->mutex);
  own->n_writes++;
  g_mutex_unlock (&own->mutex);
}

guint
gr_own_deeds_count_writes (GrOwnDeeds *own)
{
  guint n;

  g_mutex_lock (&own->mutex);
  n = own->n_writes;
  g_mutex_unlock (&own->mutex);
  return n;
}
