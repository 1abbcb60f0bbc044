#include "after-deed.h"

#include "shop-private.h"
#include "shop/forecasting/event-learners.h"
#include "shop/forecasting/refit-items.h"
#include "shop/planning/replan-items.h"

#include "store/catalogue/item-store.h"
#include "store/journal/deed-book.h"
#include "store/journal/deed-items.h"
#include "store/plans/plan-pending.h"
#include "store/plans/plan-store.h"

/* Up to so much of the shop it is faster to plan item by item than to plan everything. */
#define FEW_SHARE 0.5

/* What takes no time that anyone would notice, however small the shop. */
#define ALWAYS_FEW 50

/* Forecasting an item again takes as long as planning so many. */
#define PLANS_A_FORECAST 10

/* What a deed touched. */
typedef struct {
  gint64 deed_id;
  gboolean is_of_demand; /* what forecasts are made from */
  GArray *items;         /* gint64 */
  guint most;            /* as many of them are few */
} Touch;

static void
clear_touch (Touch *touch)
{
  g_clear_pointer (&touch->items, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touch, clear_touch)

/* The one place that decides what is few: a share of the shop. */
static guint
most_of (gsize n_items, gboolean is_of_demand)
{
  guint most = (guint) MAX (ALWAYS_FEW, (double) n_items * FEW_SHARE);

  return is_of_demand ? most / PLANS_A_FORECAST : most;
}

static gboolean
find_touched_items (GrDatabase *database, Touch *touch, GError **error)
{
  gint64 n_items;
  gboolean is_of_all;

  if (!gr_item_store_count (database, &n_items, error) ||
      !gr_deed_is_of_all (database, touch->deed_id, &is_of_all, error))
    return FALSE;
  touch->most = most_of ((gsize) n_items, touch->is_of_demand);
  touch->items = is_of_all ? gr_item_store_ids (database, error) : gr_deed_items (database, touch->deed_id, error);
  return touch->items != NULL && gr_event_learners_add (database, touch->deed_id, touch->most, touch->items, error);
}

static gboolean
read_touch (GrDatabase *database, Touch *touch, GError **error)
{
  GrNouns nouns;

  if (!gr_deed_book_touched (database, &touch->deed_id, &nouns, error))
    return FALSE;
  touch->is_of_demand = (nouns & (GR_NOUN_FORECASTS | GR_NOUN_SALES)) != 0;
  return find_touched_items (database, touch, error);
}

static gboolean
follow (GrShop *shop, const Touch *touch, GError **error)
{
  const gint64 *items = (const gint64 *) (gconstpointer) touch->items->data;

  if (touch->items->len > touch->most)
    return gr_plan_pending_add (gr_shop_database (shop), touch->deed_id, touch->is_of_demand, error);
  if (touch->is_of_demand && touch->items->len > 0)
    return gr_refit_items (shop, items, touch->items->len, error);
  return gr_replan_items (shop, items, touch->items->len, error);
}

/**
 * gr_after_deed:
 * @is_behind: (out): whether anything waits for gr_shop_catch_up(), of this deed or an earlier one
 *
 * What follows from the open deed, an undo or redo too, once its act is over and in its own transaction: the items that
 * it touched are forecast again where it touched what forecasts are made from, and planned again, so that no list ever
 * shows a plan of what has changed. Where they are not few, it is only noted that they wait for gr_shop_catch_up().
 * Nothing where no plan was made yet. Some 0.2 ms an item to plan, 10 ms to forecast.
 */
gboolean
gr_after_deed (GrShop *shop, gboolean *is_behind, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_auto (Touch) touch = {0};
  GrPlanHead head;
  GrPlanPending pending;
  gboolean is_planned;

  *is_behind = FALSE;
  if (!gr_plan_store_head (database, &head, &is_planned, error))
    return FALSE;
  if (!is_planned)
    return TRUE;
  if (!read_touch (database, &touch, error) || !follow (shop, &touch, error) ||
      !gr_plan_pending_find (database, &pending, error))
    return FALSE;
  *is_behind = pending.last_deed_id != 0;
  return TRUE;
}
