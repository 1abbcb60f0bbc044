#include "id-list.h"

/**
 * gr_id_list_count_alike:
 * @n_old: how many of the old ones are compared, from the first on
 *
 * Returns: how many ids at the head, or at the end, are the same
 */
guint
gr_id_list_count_alike (const GArray *old, guint n_old, const GArray *ids, gboolean from_end)
{
  guint n = 0, most = MIN (n_old, ids->len);

  while (n < most && g_array_index (old, gint64, from_end ? n_old - 1 - n : n) ==
                         g_array_index (ids, gint64, from_end ? ids->len - 1 - n : n))
    n++;
  return n;
}

/**
 * gr_id_list_carry:
 *
 * Returns: (transfer full): where the ids selected in @old are in @ids. O(ids) where any is.
 */
GtkBitset *
gr_id_list_carry (const GArray *old, const GtkBitset *selected, const GArray *ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *carried = gtk_bitset_new_empty();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (wanted, &g_array_index (old, gint64, position));
  if (g_hash_table_size (wanted) > 0)
    for (guint i = 0; i < ids->len; i++)
      if (g_hash_table_contains (wanted, &g_array_index (ids, gint64, i)))
        gtk_bitset_add (carried, i);
  return carried;
}
