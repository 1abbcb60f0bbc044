#include "item-history.h"

#include "store/sales/demand-store.h"

#include <string.h>

/* Fewer days on which two items were sold side by side say nothing of how they compare. */
#define LEAST_OVERLAP_DAYS 28

/* What no successor sells more or less of, by measure. */
#define MOST_SHARE 10.0

/* Sales that end longer ago than this were not brought in yet; until then nothing was sold. */
#define MOST_DAYS_WITHOUT_SALES 10

/* A day with fewer lines of sales may as well be one on which nobody came, or what is wanted was out of stock. */
#define OPEN_LINES 10

/* The sales of an item and the rule by which they are read. */
typedef struct {
  const GrHistoryRule *rule;
  GArray *days;  /* GrDemandDay */
  guint first;   /* history begins with a sale, not with a return */
  GrDate starts; /* its day, or where there is none, the end */
} Sales;

static void
clear_sales (Sales *sales)
{
  g_clear_pointer (&sales->days, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sales, clear_sales)

static gboolean
read_sales (Sales *sales, GrDatabase *database, const GrHistoryRule *rule, GrDate until, GError **error)
{
  sales->rule = rule;
  sales->days = gr_demand_store_of_item (database, rule->item_id, G_MININT32 + 1, until, error);
  if (sales->days == NULL)
    return FALSE;
  while (sales->first < sales->days->len && g_array_index (sales->days, GrDemandDay, sales->first).sold_qty == 0)
    sales->first++;
  sales->starts =
      sales->first < sales->days->len ? g_array_index (sales->days, GrDemandDay, sales->first).sold_on : until;
  return TRUE;
}

static gboolean
is_silent (const GrHistoryRule *rule, GrDate on)
{
  for (guint i = 0; rule->silent != NULL && i < rule->silent->len; i++) {
    const GrDaySpan *span = &g_array_index (rule->silent, GrDaySpan, i);

    if (on >= span->from && on < span->before)
      return TRUE;
  }
  return FALSE;
}

/* Of days that say something of both. */
static double
sum_between (const Sales *sales, const Sales *other, GrDate from, GrDate to)
{
  double sum = 0;

  for (guint i = sales->first; i < sales->days->len; i++) {
    const GrDemandDay *day = &g_array_index (sales->days, GrDemandDay, i);

    if (day->sold_on >= from && day->sold_on <= to && !is_silent (sales->rule, day->sold_on) &&
        !is_silent (other->rule, day->sold_on))
      sum += (double) (day->sold_qty - day->returned_qty);
  }
  return sum;
}

/* How the item and its predecessor compare from the first sale of the one to the last of the other. */
static double
measure_share (const Sales *own, const Sales *before)
{
  GrDate last =
      before->days->len > 0 ? g_array_index (before->days, GrDemandDay, before->days->len - 1).sold_on : own->starts;
  double sold = sum_between (own, before, own->starts, last),
         sold_before = sum_between (before, own, own->starts, last);

  if (last - own->starts + 1 < LEAST_OVERLAP_DAYS || sold <= 0 || sold_before <= 0)
    return 1;
  return CLAMP (sold / sold_before, 1 / MOST_SHARE, MOST_SHARE);
}

static void
fill (const Sales *sales, GrGrain grain, GrDate until, GrDemandBuckets *history)
{
  if (sales->first == sales->days->len)
    gr_demand_buckets_init (history, grain, until, until);
  else
    gr_history_rule_begin (sales->rule, history, grain, sales->starts, until);
  for (guint i = sales->first; i < sales->days->len; i++) {
    const GrDemandDay *day = &g_array_index (sales->days, GrDemandDay, i);

    gr_demand_buckets_add (history, day->sold_on, day->sold_qty - day->returned_qty);
  }
  gr_demand_buckets_finish (history);
}

/* Where the owner has history begin with a day, what another item sold before it does not count either. */
static void
skip_before (GrDemandBuckets *buckets, GrDate from)
{
  int n = from != GR_DATE_NONE ? gr_grain_between (buckets->grain, buckets->start, from) : 0;
  gsize n_skipped = MIN ((gsize) MAX (n, 0), buckets->n);

  buckets->n -= n_skipped;
  buckets->start = gr_grain_add (buckets->grain, buckets->start, (int) n_skipped);
  memmove (buckets->values, buckets->values + n_skipped, buckets->n * sizeof *buckets->values);
  if (buckets->availability != NULL)
    memmove (buckets->availability, buckets->availability + n_skipped, buckets->n * sizeof *buckets->availability);
}

static gboolean
lend (GrDatabase *database, const Sales *own, GrDate until, GrDemandBuckets *history, GError **error)
{
  const GrHistoryRule *rule = own->rule;
  g_auto (Sales) sales = {NULL};
  GrDemandBuckets before;

  if (!read_sales (&sales, database, rule->predecessor, until, error) ||
      !gr_item_history_read (database, rule->predecessor, history->grain, history->start, &before, error))
    return FALSE;
  skip_before (&before, rule->from);
  gr_demand_buckets_precede (history, &before, rule->share > 0 ? rule->share : measure_share (own, &sales));
  gr_demand_buckets_clear (&before);
  return TRUE;
}

/**
 * gr_item_history_read:
 * @rule: of the item
 * @until: the first day that is not history yet
 * @history: (out caller-allocates): finished; clear it with gr_demand_buckets_clear()
 *
 * One item's history as a forecast of it takes it; what its predecessor sold before its own first sale comes first,
 * times the share that the owner named, or that the days say on which both were sold. O(days they were sold on).
 */
gboolean
gr_item_history_read (GrDatabase *database, const GrHistoryRule *rule, GrGrain grain, GrDate until,
    GrDemandBuckets *history, GError **error)
{
  g_auto (Sales) sales = {NULL};

  if (!read_sales (&sales, database, rule, until, error))
    return FALSE;
  fill (&sales, grain, until, history);
  if (rule->predecessor == NULL || (rule->from != GR_DATE_NONE && rule->from > sales.starts))
    return TRUE;
  if (lend (database, &sales, until, history, error))
    return TRUE;
  gr_demand_buckets_clear (history);
  return FALSE;
}

/**
 * gr_history_find_end:
 * @until: (out): the first day that is not history yet: today, or the day after the last sales that were brought in
 */
gboolean
gr_history_find_end (GrDatabase *database, GrDate today, GrDate *until, GError **error)
{
  GrDate first, last;

  if (!gr_demand_store_span (database, 0, &first, &last, error))
    return FALSE;
  *until = last == GR_DATE_NONE || last + MOST_DAYS_WITHOUT_SALES >= today ? today : last + 1;
  return TRUE;
}

/**
 * gr_shop_days_load:
 *
 * gr_shop_days_learn() from what the file says, where the shop sells enough for a day without sales to tell anything. A
 * look into an index for each day.
 */
GrShopDays *
gr_shop_days_load (GrDatabase *database, GrDate until, GError **error)
{
  g_autoptr (GArray) open_days = gr_demand_store_open_days (database, until, OPEN_LINES, error);

  return open_days != NULL ? gr_shop_days_learn (open_days, until) : NULL;
}
