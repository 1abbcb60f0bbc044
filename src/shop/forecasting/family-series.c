#include "read-series.h"

#include "load-recipe.h"
#include "series-sum.h"
#include "shop/base/shop-private.h"

#include "store/sales/demand-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/stock-count-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The items that are summed, and what their past came to. */
typedef struct {
  GrDatabase *database;
  const GrPlanRules *rules;
  GrItemSeries *series;
  GrItemSet *members;
  GPtrArray *facts; /* GrPlanFacts of the members */
  GArray *known;    /* GrFirstKnownDay: since when the ledger knows them */
} Work;

/* Walks back from what is on hand of a member, the last one first. */
typedef struct {
  const Work *work;
  guint n_members; /* that are not summed yet */
  guint n_known;
  GrQty *changes; /* of the last of them, by bucket, the running one last */
  GrQty *ends;
} Walk;

static void
clear_work (Work *work)
{
  gr_item_set_free (work->members);
  g_clear_pointer (&work->facts, g_ptr_array_unref);
  g_clear_pointer (&work->known, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
is_member (const char *family, const GrItem *item)
{
  return g_strcmp0 (item->family != NULL ? item->family : "", family) == 0;
}

static gboolean
find_members (Work *work, const char *family, GError **error)
{
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (family == NULL) {
    work->members = g_steal_pointer (&all);
    return TRUE;
  }
  items = gr_item_store_list (work->database, all, error);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const GrItem *item = g_ptr_array_index (items, i);

    if (is_member (family, item))
      g_array_append_val (ids, item->id);
  }
  work->members = gr_item_set_new ((const gint64 *) (gconstpointer) ids->data, ids->len);
  return items != NULL;
}

static gboolean
load_members (Work *work, const char *family, GError **error)
{
  if (find_members (work, family, error))
    work->facts = gr_plan_facts_list (work->database, work->rules, work->members, GR_FACTS_WITH_FORECASTS, error);
  if (work->facts != NULL)
    work->known = gr_stock_count_store_first_days (work->database, work->members, error);
  return work->known != NULL;
}

static gboolean
add_sales_cb (const GrDemandDay *day, gpointer data)
{
  Work *work = data;

  gr_series_sum_add_sales (work->series, day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

static GrDate
known_from (Walk *walk, gint64 item_id)
{
  const GrFirstKnownDay *known = (const GrFirstKnownDay *) (gconstpointer) walk->work->known->data;

  while (walk->n_known > 0 && known[walk->n_known - 1].item_id > item_id)
    walk->n_known--;
  return walk->n_known > 0 && known[walk->n_known - 1].item_id == item_id ? known[walk->n_known - 1].day : GR_DATE_NONE;
}

static const GrPlanFacts *
last_member (const Walk *walk)
{
  return g_ptr_array_index (walk->work->facts, walk->n_members - 1);
}

static void
add_last_member (Walk *walk)
{
  const GrPlanFacts *facts = last_member (walk);
  GrItemSeries *series = walk->work->series;
  GrQty stock = facts->on_hand;

  for (int i = series->n_past - 1; i >= 0; i--) {
    stock = gr_qty_add (stock, -walk->changes[i + 1]);
    walk->ends[i] = stock;
  }
  gr_series_sum_add_stock (series, walk->ends, known_from (walk, facts->item->id));
  memset (walk->changes, 0, sizeof *walk->changes * (gsize) (series->n_past + 1));
  walk->n_members--;
}

static gboolean
add_change_cb (const GrLedgerDay *day, gpointer data)
{
  Walk *walk = data;
  const GrItemSeries *series = walk->work->series;
  int bucket = MIN (gr_grain_between (series->grain, series->starts[0], day->day), series->n_past);

  while (walk->n_members > 0 && last_member (walk)->item->id > day->item_id)
    add_last_member (walk);
  walk->changes[bucket] = gr_qty_add (walk->changes[bucket], day->change);
  return TRUE;
}

static gboolean
add_past_stock (Work *work, GError **error)
{
  int n_past = work->series->n_past;
  g_autofree GrQty *changes = g_new0 (GrQty, n_past + 1);
  g_autofree GrQty *ends = g_new (GrQty, n_past);
  Walk walk = {work, work->facts->len, work->known->len, changes, ends};

  if (!gr_ledger_history_each_day (work->database, work->members, work->series->starts[0], add_change_cb, &walk, error))
    return FALSE;
  while (walk.n_members > 0)
    add_last_member (&walk);
  return TRUE;
}

/* The unit that all have in common. */
static void
note_unit (GrItemSeries *series, const char *unit)
{
  if (g_strcmp0 (series->unit, unit) == 0)
    return;
  unit = series->unit == NULL ? unit : _ ("units");
  g_free (series->unit);
  series->unit = g_strdup (unit);
}

static gboolean
add_members (Work *work, GError **error)
{
  GrDaySpan past = {work->series->starts[0], work->series->starts[work->series->n_past]};

  for (guint i = 0; i < work->facts->len; i++) {
    GrPlanFacts *facts = g_ptr_array_index (work->facts, i);

    note_unit (work->series, facts->item->unit);
    gr_series_sum_add_item (work->series, facts, work->rules);
  }
  return gr_demand_store_each (work->database, work->members, &past, add_sales_cb, work, error) &&
         add_past_stock (work, error);
}

static const char *
title_of (const char *family)
{
  if (family == NULL)
    return _ ("All items");
  return *family == '\0' ? _ ("Without a family") : family;
}

/**
 * gr_shop_family_series:
 * @family: (nullable): a family's name, "" for items without one, %NULL for the whole shop
 *
 * The sum of the series of the family's items; of its stock, as far as the ledger knows the items. A job for another
 * thread: O(items) and, of the family's items, days of demand and moves in the time shown.
 */
GrItemSeries *
gr_shop_family_series (GrShop *shop, const char *family, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GrItemSeries) series = gr_series_sum_begin (grain, gr_shop_today (shop));
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  g_auto (Work) work = {database, rules, series, NULL, NULL, NULL};

  if (book == NULL || rules == NULL || !load_members (&work, family, error) || !add_members (&work, error))
    return NULL;
  series->title = g_strdup (title_of (family));
  series->events = gr_event_book_of_item (book, 0, family);
  gr_series_sum_finish (series);
  series->stock_out_on = GR_DATE_NONE;
  return g_steal_pointer (&series);
}
