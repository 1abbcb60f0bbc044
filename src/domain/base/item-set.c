#include "item-set.h"

#include <stdlib.h>

struct _GrItemSet {
  gint64 *ids; /* in order, each once; NULL for all */
  gsize n;
  char *json;
};

static int
compare_ids (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
write_json (GrItemSet *items)
{
  GString *json = g_string_new ("[");

  for (gsize i = 0; i < items->n; i++)
    g_string_append_printf (json, i > 0 ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, items->ids[i]);
  g_string_append_c (json, ']');
  items->json = g_string_free (json, FALSE);
}

/**
 * gr_item_set_new_all:
 *
 * Returns: (transfer full): every item, those among it that nobody has added yet
 */
GrItemSet *
gr_item_set_new_all (void)
{
  return g_new0 (GrItemSet, 1);
}

/**
 * gr_item_set_new:
 * @item_ids: (array length=n): in any order, and more than once if need be
 *
 * Returns: (transfer full): these items; with an @n of 0 none
 */
GrItemSet *
gr_item_set_new (const gint64 *item_ids, gsize n)
{
  GrItemSet *items = g_new0 (GrItemSet, 1);

  items->ids = g_new (gint64, n + 1);
  for (gsize i = 0; i < n; i++)
    items->ids[i] = item_ids[i];
  qsort (items->ids, n, sizeof *items->ids, compare_ids);
  for (gsize i = 0; i < n; i++)
    if (items->n == 0 || items->ids[items->n - 1] != items->ids[i])
      items->ids[items->n++] = items->ids[i];
  write_json (items);
  return items;
}

GrItemSet *
gr_item_set_new_one (gint64 item_id)
{
  return gr_item_set_new (&item_id, 1);
}

GrItemSet *
gr_item_set_copy (const GrItemSet *items)
{
  return items->ids != NULL ? gr_item_set_new (items->ids, items->n) : gr_item_set_new_all();
}

void
gr_item_set_free (GrItemSet *items)
{
  if (items == NULL)
    return;
  g_free (items->ids);
  g_free (items->json);
  g_free (items);
}

gboolean
gr_item_set_is_all (const GrItemSet *items)
{
  return items->ids == NULL;
}

/**
 * gr_item_set_is_empty:
 *
 * Returns: whether nothing was named; all are not nothing, even where the shop has no items
 */
gboolean
gr_item_set_is_empty (const GrItemSet *items)
{
  return items->ids != NULL && items->n == 0;
}

/**
 * gr_item_set_has:
 *
 * O(log n).
 */
gboolean
gr_item_set_has (const GrItemSet *items, gint64 item_id)
{
  return items->ids == NULL || bsearch (&item_id, items->ids, items->n, sizeof *items->ids, compare_ids) != NULL;
}

/**
 * gr_item_set_size:
 *
 * Returns: how many items were named; 0 for all, of which nobody has counted them
 */
gsize
gr_item_set_size (const GrItemSet *items)
{
  return items->n;
}

/**
 * gr_item_set_ids:
 *
 * Returns: (nullable) (array length=gr_item_set_size): in order, each once; %NULL for all
 */
const gint64 *
gr_item_set_ids (const GrItemSet *items)
{
  return items->ids;
}

/**
 * gr_item_set_json:
 *
 * Returns: (nullable): the items' numbers as a JSON array, as statements take them; %NULL for all
 */
const char *
gr_item_set_json (const GrItemSet *items)
{
  return items->json;
}
