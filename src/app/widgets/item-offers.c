#include "item-offers.h"

#include "shop/stock/stock-view.h"

#define MAX_OFFERED 8

typedef struct {
  char *text;
  gint64 supplier_id;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question);
}

/* Adds what is not there yet, up to what is offered. */
static void
add_ids (GArray *found, const GArray *ids)
{
  for (guint i = 0; i < ids->len && found->len < MAX_OFFERED; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    guint known = 0;

    while (known < found->len && g_array_index (found, gint64, known) != id)
      known++;
    if (known == found->len)
      g_array_append_val (found, id);
  }
}

static GArray *
find_ids (GrShop *shop, const Question *question, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrStockFilter filter = GR_STOCK_FILTER_ALL;

  filter.search = question->text;
  for (int pass = question->supplier_id ? 0 : 1; pass < 2 && found->len < MAX_OFFERED; pass++) {
    g_autoptr (GArray) ids = NULL;

    filter.supplier_id = pass == 0 ? question->supplier_id : 0;
    ids = gr_shop_stock_ids (shop, &filter, error);
    if (!ids)
      return NULL;
    add_ids (found, ids);
  }
  return g_steal_pointer (&found);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer ids)
{
  const GrStockRow *first = *(GrStockRow *const *) a;
  const GrStockRow *second = *(GrStockRow *const *) b;
  guint places[2] = {0, 0};

  for (guint i = 0; i < ((GArray *) ids)->len; i++) {
    gint64 id = g_array_index ((GArray *) ids, gint64, i);

    if (id == first->item_id)
      places[0] = i;
    if (id == second->item_id)
      places[1] = i;
  }
  return places[0] < places[1] ? -1 : places[0] > places[1];
}

static gpointer
find_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  g_autoptr (GArray) ids = find_ids (shop, data, error);
  GPtrArray *rows = NULL;

  if (ids)
    rows = gr_shop_stock_rows (shop, (const gint64 *) (gpointer) ids->data, ids->len, 0, error);
  if (rows)
    g_ptr_array_sort_with_data (rows, compare_places, ids);
  return rows;
}

/**
 * gr_item_offers_ask:
 * @supplier_id: whose items come first, 0 for none
 *
 * Has the items found, in a thread, that a search for @text offers: a few, the best first.
 */
void
gr_item_offers_ask (GrShop *shop, const char *text, gint64 supplier_id, GCancellable *cancellable,
    GAsyncReadyCallback answered, gpointer data)
{
  GrShopWork work = {.job = find_job, .free_data = free_question, .free_result = (GDestroyNotify) g_ptr_array_unref};
  Question *question = g_new (Question, 1);

  *question = (Question){g_strdup (text), supplier_id};
  work.data = question;
  gr_shop_run_async (shop, &work, cancellable, answered, data);
}

/**
 * gr_item_offers_finish:
 *
 * Returns: (transfer full): #GrStockRow, in the order in which they are offered; or %NULL
 */
GPtrArray *
gr_item_offers_finish (GrShop *shop, GAsyncResult *result, GError **error)
{
  return gr_shop_run_finish (shop, result, error);
}
