#include "shop/forecasting/known-events.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"

#include <glib/gi18n-lib.h>

#define MOST_SHARE 1000

void
gr_predecessor_choice_clear (GrPredecessorChoice *choice)
{
  g_clear_pointer (&choice->code, g_free);
  g_clear_pointer (&choice->description, g_free);
}

/**
 * gr_shop_predecessor:
 * @choice: (out caller-allocates): whose place the item takes; clear it with gr_predecessor_choice_clear()
 */
gboolean
gr_shop_predecessor (GrShop *shop, gint64 item_id, GrPredecessorChoice *choice, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrItemSet) items = gr_item_set_new_one (item_id);
  g_autoptr (GArray) rows = gr_predecessor_store_list (database, items, error);
  g_autoptr (GrItem) item = NULL;
  const GrPredecessor *row = NULL;

  *choice = (GrPredecessorChoice){0};
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, GrPredecessor, i).item_id == item_id)
      row = &g_array_index (rows, GrPredecessor, i);
  if (row == NULL)
    return rows != NULL;
  item = gr_item_store_by_id (database, row->predecessor_id, error);
  if (item == NULL)
    return FALSE;
  choice->item_id = item->id;
  choice->code = g_strdup (item->code);
  choice->description = g_strdup (item->description);
  choice->share_percent = row->share_percent;
  return TRUE;
}

/* Nothing takes its own place, by way of others neither. */
static gboolean
check_order (GrShop *shop, const GrItem *item, const GrItem *before, GError **error)
{
  g_autoptr (GrItemSet) items = gr_item_set_new_one (item->id);
  g_autoptr (GrItemSet) later = NULL;

  if (item->id == before->id) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("%s can’t replace itself"), item->code);
    return FALSE;
  }
  later = gr_predecessor_store_successors (gr_shop_database (shop), items, error);
  if (later != NULL && gr_item_set_has (later, before->id))
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("%s can’t replace %s: that item already replaces it"),
        item->code, before->code);
  return later != NULL && !gr_item_set_has (later, before->id);
}

static gboolean
check (GrShop *shop, const GrItem *item, const GrPredecessorChoice *choice, char **title, GError **error)
{
  g_autoptr (GrItem) before = NULL;

  if (choice->item_id == 0) {
    *title = gr_deed_title_new (GR_DEED_NO_PREDECESSOR, item->code);
    return TRUE;
  }
  if (choice->share_percent < 0 || choice->share_percent > MOST_SHARE) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("A share must be between 1%% and %d%%"), MOST_SHARE);
    return FALSE;
  }
  before = gr_item_store_by_id (gr_shop_database (shop), choice->item_id, error);
  if (before == NULL || !check_order (shop, item, before, error))
    return FALSE;
  *title = gr_deed_title_new (GR_DEED_PREDECESSOR, item->code, before->code);
  return TRUE;
}

/**
 * gr_shop_set_predecessor:
 * @choice: its item 0 for none
 *
 * Says whose place an item takes, so that it is forecast from that one's sales before its own. Nothing is done where
 * that holds already. Fails with %GR_ERROR_INVALID where an item would take its own place.
 */
gboolean
gr_shop_set_predecessor (GrShop *shop, gint64 item_id, const GrPredecessorChoice *choice, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (gr_shop_database (shop), item_id, error);
  g_auto (GrPredecessorChoice) old = {0};
  g_autofree char *title = NULL;
  GrPredecessor row = {item_id, choice->item_id, choice->item_id != 0 ? choice->share_percent : 0};

  if (item == NULL || !gr_shop_predecessor (shop, item_id, &old, error))
    return FALSE;
  if (old.item_id == row.predecessor_id && old.share_percent == row.share_percent)
    return TRUE;
  if (!check (shop, item, choice, &title, error))
    return FALSE;
  return gr_shop_begin_deed (shop, "set-predecessor", title, error) &&
         gr_shop_end_deed (shop, gr_predecessor_store_save (gr_shop_database (shop), &row, error), NULL, error);
}
