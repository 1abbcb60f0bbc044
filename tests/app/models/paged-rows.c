#include "paged-rows.h"

static void
free_row (gpointer row)
{
  ((PagedRow *) row)->counter->n_held--;
  g_free (row);
}

static GPtrArray *
fetch (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error)
{
  PagedCounter *counter = data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  counter->n_fetches++;
  for (gsize i = 0; i < n; i++) {
    PagedRow *row = g_new (PagedRow, 1);

    if (ids[i] < 0) { /* has gone */
      g_free (row);
      continue;
    }
    *row = (PagedRow){ids[i], counter->reading, counter};
    counter->n_held++;
    g_ptr_array_add (rows, row);
    counter->n_rows++;
  }
  return rows;
}

static gint64
id_of (gconstpointer row)
{
  return ((const PagedRow *) row)->id;
}

GrPagedModel *
paged_rows_make_model (PagedCounter *counter, gboolean selects_many)
{
  GrRowSource source = {fetch, id_of, free_row, counter};

  return gr_paged_model_new (&source, selects_many);
}

void
paged_rows_set_range (GrPagedModel *model, GrShop *shop, gint64 from, gsize n)
{
  g_autofree gint64 *ids = g_new (gint64, n + 1);

  for (gsize i = 0; i < n; i++)
    ids[i] = from + (gint64) i;
  gr_paged_model_set_ids (model, shop, ids, n);
}
