#include "choose-forecast.h"

#include "load-recipe.h"
#include "shop/base/shop-deed.h"

#include "demand/event/event-marks.h"
#include "demand/history/item-history.h"
#include "demand/history/stock-outs.h"
#include "domain/base/error.h"
#include "forecast/engine/cleaning.h"
#include "forecast/judge/demand-class.h"
#include "store/sales/demand-mark-store.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than a unit beside what is usual is no news. */
#define LEAST_DIFFERENCE 1.0

/* A search for what an item's owner should look at. */
typedef struct {
  GrDatabase *database;
  gint64 item_id;
  GrItemSet *item;
  GrDate today;
  GrSoldDays *sold;
  GrHistoryReading bare; /* all that was sold, from the day on that the owner chose */
  GArray *marks;         /* GrDemandMark: what was decided */
  GPtrArray *events;     /* GrEvent: what is known to have moved its sales */
  GArray *found;         /* GrDemandFinding */
} Search;

static void
clear_search (Search *search)
{
  gr_item_set_free (search->item);
  gr_sold_days_free (search->sold);
  g_clear_pointer (&search->marks, g_array_unref);
  g_clear_pointer (&search->events, g_ptr_array_unref);
  g_clear_pointer (&search->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static const GrDemandMark *
find_decision (const Search *search, GrDemandMarkKind kind, GrDate starts_on)
{
  for (guint i = 0; i < search->marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (search->marks, GrDemandMark, i);

    if (mark->kind == kind && mark->starts_on == starts_on)
      return mark;
  }
  return NULL;
}

static gboolean
is_found (const Search *search, GrDate from, GrDate before)
{
  for (guint i = 0; i < search->found->len; i++) {
    const GrDemandMark *mark = &g_array_index (search->found, GrDemandFinding, i).mark;

    if (mark->starts_on < before && from < mark->ends_before)
      return TRUE;
  }
  return FALSE;
}

static void
add_finding (Search *search, GrDemandMarkKind kind, GrDaySpan days, double sold, double usual)
{
  const GrDemandMark *decision = find_decision (search, kind, days.from);
  GrDemandFinding finding = {
      .mark = {search->item_id, kind, days.from, days.before, kind == GR_MARK_STOCK_OUT},
      .sold = sold,
      .usual = usual,
      .is_decided = decision != NULL,
  };

  if (decision != NULL)
    finding.mark.is_set_aside = decision->is_set_aside;
  g_array_append_val (search->found, finding);
}

static gboolean
add_stock_outs (Search *search, GError **error)
{
  g_autoptr (GArray) stock_outs = gr_stock_outs_load (search->database, search->item, search->today, error);

  if (stock_outs == NULL)
    return FALSE;
  for (guint i = 0; i < stock_outs->len; i++)
    add_finding (search, GR_MARK_STOCK_OUT, g_array_index (stock_outs, GrStockOut, i).days, 0, NAN);
  return TRUE;
}

/* What a known event explains is no riddle. */
static void
add_outliers_of (Search *search, const GrDemandBuckets *buckets)
{
  int period = buckets->grain == GR_GRAIN_MONTH ? gr_grain_per_year (buckets->grain) : 1;
  g_autoptr (GrCleaning) cleaning = gr_cleaning_new (buckets->values, (int) buckets->n, period);
  g_auto (GrEventMarks) events = {0};

  gr_event_marks_init (&events, search->events, buckets->grain, buckets->start, (const int[]){(int) buckets->n, 0});
  for (int i = 0; i < cleaning->n; i++) {
    GrDate start = gr_grain_add (buckets->grain, buckets->start, i);
    GrDaySpan days = {start, gr_grain_add (buckets->grain, start, 1)};
    double sold = buckets->values[i];
    double usual = CLAMP (sold, cleaning->low[i], cleaning->high[i]);

    if (cleaning->is_outlier[i] && (events.codes == NULL || events.codes[i] == 0) &&
        fabs (sold - usual) >= LEAST_DIFFERENCE && !is_found (search, days.from, days.before))
      add_finding (search, GR_MARK_OUTLIER, days, sold, usual);
  }
}

/* In weeks; where most weeks have no sale, in months: of the weeks nothing is usual. */
static void
add_outliers (Search *search)
{
  GrItemHistory history = {search->item_id, search->sold, &search->bare};

  for (int grain = GR_GRAIN_WEEK; grain <= GR_GRAIN_MONTH; grain++) {
    GrDemandBuckets buckets;
    GrDemandClass demand;
    gboolean is_regular;

    gr_item_history_make (&history, grain, gr_grain_start (grain, search->today), &buckets);
    demand = gr_demand_class_of (buckets.values, (int) buckets.n);
    is_regular = demand != GR_DEMAND_INTERMITTENT && demand != GR_DEMAND_LUMPY;
    if (is_regular)
      add_outliers_of (search, &buckets);
    gr_demand_buckets_clear (&buckets);
    if (is_regular)
      break;
  }
}

/* What stands out only because the owner said so. */
static void
add_decided (Search *search)
{
  GrItemSales sales = gr_sold_days_of (search->sold, search->item_id, G_MAXINT32);

  for (guint i = 0; i < search->marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (search->marks, GrDemandMark, i);
    double sold = 0;

    if (mark->kind != GR_MARK_OUTLIER || is_found (search, mark->starts_on, mark->ends_before))
      continue;
    for (gsize d = 0; d < sales.n; d++)
      if (sales.days[d].on >= mark->starts_on && sales.days[d].on < mark->ends_before)
        sold += gr_qty_to_double (sales.days[d].net_qty);
    add_finding (search, GR_MARK_OUTLIER, (GrDaySpan){mark->starts_on, mark->ends_before}, sold, NAN);
  }
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const GrDemandFinding *left = a, *right = b;

  return (left->mark.starts_on < right->mark.starts_on) - (left->mark.starts_on > right->mark.starts_on);
}

static gboolean
load_events (Search *search, GError **error)
{
  g_autoptr (GrEventBook) book = gr_event_book_load (search->database, error);
  g_autoptr (GrItem) item = book != NULL ? gr_item_store_by_id (search->database, search->item_id, error) : NULL;

  if (item != NULL)
    search->events = gr_event_book_of_item (book, item->id, item->family);
  return item != NULL;
}

/**
 * gr_shop_demand_findings:
 *
 * The stock-outs that the ledger knows of, what stands out of the item's sales without a known event, and what else the
 * owner decided on. Stock-outs are set aside and other findings kept unless the owner said otherwise. Some
 * milliseconds.
 *
 * Returns: (element-type GrDemandFinding): newest first
 */
GArray *
gr_shop_demand_findings (GrShop *shop, gint64 item_id, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_auto (Search) search = {.database = database, .item_id = item_id, .today = gr_shop_today (shop)};
  GrForecastChoice choice;

  if (!gr_shop_forecast_choice (shop, item_id, &choice, error))
    return NULL;
  search.bare = (GrHistoryReading){.item_id = item_id, .from = choice.history_from};
  search.item = gr_item_set_new_one (item_id);
  search.found = g_array_new (FALSE, FALSE, sizeof (GrDemandFinding));
  search.marks = gr_demand_mark_store_list (database, search.item, error);
  search.sold = search.marks != NULL ? gr_sold_days_load (database, search.item, error) : NULL;
  if (search.sold == NULL || !load_events (&search, error) || !add_stock_outs (&search, error))
    return NULL;
  add_outliers (&search);
  add_decided (&search);
  g_array_sort (search.found, compare_newest);
  return g_steal_pointer (&search.found);
}

/**
 * gr_shop_decide_finding:
 * @mark: what was found
 * @is_set_aside: whether these days shall say nothing of demand
 *
 * Keeps days of an item's history or sets them aside.
 */
gboolean
gr_shop_decide_finding (GrShop *shop, gint64 item_id, const GrDemandMark *mark, gboolean is_set_aside, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (gr_shop_database (shop), item_id, error);
  g_autofree char *title = NULL;
  GrDemandMark decided = *mark;

  if (item == NULL)
    return FALSE;
  decided.item_id = item_id;
  decided.is_set_aside = is_set_aside;
  title = gr_deed_title_new (
      is_set_aside ? GR_DEED_LEAVE_OUT_DAYS : GR_DEED_COUNT_DAYS, mark->starts_on, mark->ends_before - 1, item->code);
  return gr_shop_begin_deed (shop, "decide-demand", title, error) &&
         gr_shop_end_deed (shop, gr_demand_mark_store_save (gr_shop_database (shop), &decided, error), NULL, error);
}

/**
 * gr_shop_decide_day:
 *
 * gr_shop_decide_finding() for what was found around @day; where nothing was, for its week. Fails with
 * %GR_ERROR_INVALID for a day that is not past.
 */
gboolean
gr_shop_decide_day (GrShop *shop, gint64 item_id, GrDate day, gboolean is_set_aside, GError **error)
{
  g_autoptr (GArray) found = gr_shop_demand_findings (shop, item_id, error);
  GrDate week = gr_grain_start (GR_GRAIN_WEEK, day);
  GrDemandMark mark = {item_id, GR_MARK_OUTLIER, week, week + 7, FALSE};

  if (found == NULL)
    return FALSE;
  if (day >= gr_shop_today (shop)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("Only past days can be left out or counted"));
    return FALSE;
  }
  for (guint i = 0; i < found->len; i++) {
    const GrDemandMark *known = &g_array_index (found, GrDemandFinding, i).mark;

    if (day >= known->starts_on && day < known->ends_before)
      mark = *known;
  }
  return gr_shop_decide_finding (shop, item_id, &mark, is_set_aside, error);
}
