#include "row-positions.h"

struct _GrRowPositions {
  GHashTable *rows; /* position -> GrRow */
};

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

GrRowPositions *
gr_row_positions_new (void)
{
  GrRowPositions *rows = g_new (GrRowPositions, 1);

  rows->rows = make_table();
  return rows;
}

void
gr_row_positions_free (GrRowPositions *rows)
{
  g_hash_table_unref (rows->rows);
  g_free (rows);
}

/**
 * gr_row_positions_get:
 *
 * Returns: (transfer none) (nullable):
 */
GrRow *
gr_row_positions_get (GrRowPositions *rows, guint position)
{
  return g_hash_table_lookup (rows->rows, GUINT_TO_POINTER (position));
}

/**
 * gr_row_positions_put:
 * @row: (transfer full):
 */
void
gr_row_positions_put (GrRowPositions *rows, guint position, GrRow *row)
{
  g_hash_table_insert (rows->rows, GUINT_TO_POINTER (position), row);
}

/**
 * gr_row_positions_splice:
 *
 * Forgets the rows that went and moves those after them. O(rows held).
 */
void
gr_row_positions_splice (GrRowPositions *rows, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&rows->rows);
  GHashTableIter iter;
  gpointer key, row;

  rows->rows = make_table();
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &row)) {
    guint at = GPOINTER_TO_UINT (key);

    if (at >= position && at - position < n_removed)
      continue;
    gr_row_positions_put (rows, at < position ? at : at - n_removed + n_added, g_object_ref (row));
  }
}

static gboolean
is_unwatched (gpointer position, gpointer row, gpointer unused)
{
  return !gr_row_is_watched (row);
}

/**
 * gr_row_positions_drop_unwatched:
 *
 * Forgets the rows that no cell shows.
 */
void
gr_row_positions_drop_unwatched (GrRowPositions *rows)
{
  g_hash_table_foreach_remove (rows->rows, is_unwatched, NULL);
}

guint
gr_row_positions_count (GrRowPositions *rows)
{
  return g_hash_table_size (rows->rows);
}

/**
 * gr_row_positions_for_each:
 * @func: may make the list change
 *
 * Visits the rows in no order.
 */
void
gr_row_positions_for_each (GrRowPositions *rows, GrRowFunc func, gpointer user_data)
{
  g_autofree gpointer *positions = g_hash_table_get_keys_as_array (rows->rows, NULL);
  guint n = g_hash_table_size (rows->rows);

  for (guint i = 0; i < n; i++) {
    GrRow *row = g_hash_table_lookup (rows->rows, positions[i]);

    if (row)
      func (GPOINTER_TO_UINT (positions[i]), row, user_data);
  }
}
