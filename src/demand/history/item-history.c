#include "item-history.h"

#include <string.h>

/* Fewer days on which two items were sold side by side say nothing of how they compare. */
#define LEAST_OVERLAP_DAYS 28

/* What no successor sells more or less of, by measure. */
#define MOST_SHARE 10.0

/* Sales that end longer ago than this were not brought in yet; until then nothing was sold. */
#define MOST_DAYS_WITHOUT_SALES 10

/* Of items that take each other's places; a file with a ring of them is read up to here. */
#define MOST_PREDECESSORS 16

/* The sales of an item and how they are to be read. */
typedef struct {
  const GrHistoryReading *reading; /* (nullable) */
  GrItemSales sold;
  GrDate starts; /* the day of its first sale, or where there is none, the end */
} Sales;

static Sales
read_sales (const GrSoldDays *sold, const GrHistoryReading *reading, gint64 item_id, GrDate until)
{
  Sales sales = {reading, gr_sold_days_of (sold, item_id, until), until};

  if (sales.sold.first < sales.sold.n)
    sales.starts = sales.sold.days[sales.sold.first].on;
  return sales;
}

static gboolean
is_silent (const GrHistoryReading *reading, GrDate on)
{
  for (guint i = 0; reading != NULL && reading->silent != NULL && i < reading->silent->len; i++) {
    const GrDaySpan *span = &g_array_index (reading->silent, GrDaySpan, i);

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

  for (gsize i = sales->sold.first; i < sales->sold.n; i++) {
    const GrSoldDay *day = &sales->sold.days[i];

    if (day->on >= from && day->on <= to && !is_silent (sales->reading, day->on) &&
        !is_silent (other->reading, day->on))
      sum += (double) day->net_qty;
  }
  return sum;
}

/* How the item and its predecessor compare from the first sale of the one to the last of the other. */
static double
measure_share (const Sales *own, const Sales *before)
{
  GrDate last = before->sold.n > 0 ? before->sold.days[before->sold.n - 1].on : own->starts;
  double sold = sum_between (own, before, own->starts, last),
         sold_before = sum_between (before, own, own->starts, last);

  if (last - own->starts + 1 < LEAST_OVERLAP_DAYS || sold <= 0 || sold_before <= 0)
    return 1;
  return CLAMP (sold / sold_before, 1 / MOST_SHARE, MOST_SHARE);
}

static void
fill (const Sales *sales, GrGrain grain, GrDate until, GrDemandBuckets *history)
{
  if (sales->sold.first == sales->sold.n)
    gr_demand_buckets_init (history, grain, until, until);
  else
    gr_history_reading_begin (sales->reading, history, grain, sales->starts, until);
  for (gsize i = sales->sold.first; i < sales->sold.n; i++)
    gr_demand_buckets_add (history, sales->sold.days[i].on, sales->sold.days[i].net_qty);
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

static void make (
    const GrSoldDays *sold, const Sales *own, GrGrain grain, GrDate until, int n_later, GrDemandBuckets *history);

/* What the item sold whose place this one takes, up to where its own history begins. */
static void
lend (const GrSoldDays *sold, const Sales *own, GrDate until, int n_later, GrDemandBuckets *history)
{
  const GrHistoryReading *reading = own->reading, *lender = reading->predecessor;
  Sales all = read_sales (sold, lender, lender->item_id, until);
  Sales lent = read_sales (sold, lender, lender->item_id, history->start);
  GrDemandBuckets before;

  make (sold, &lent, history->grain, history->start, n_later + 1, &before);
  skip_before (&before, reading->from);
  gr_demand_buckets_precede (history, &before, reading->share > 0 ? reading->share : measure_share (own, &all));
  gr_demand_buckets_clear (&before);
}

/* @n_later: items that have taken its place */
static void
make (const GrSoldDays *sold, const Sales *own, GrGrain grain, GrDate until, int n_later, GrDemandBuckets *history)
{
  const GrHistoryReading *reading = own->reading;

  fill (own, grain, until, history);
  if (reading != NULL && reading->predecessor != NULL && n_later < MOST_PREDECESSORS &&
      !(reading->from != GR_DATE_NONE && reading->from > own->starts))
    lend (sold, own, until, n_later, history);
}

/**
 * gr_item_history_make:
 * @until: the first day that is not history yet
 * @history: (out caller-allocates): finished; clear it with gr_demand_buckets_clear()
 *
 * One item's history as a forecast of it takes it; what its predecessor sold before its own first sale comes first,
 * times the share that the owner named, or that the days say on which both were sold. O(days they were sold on).
 */
void
gr_item_history_make (const GrItemHistory *item, GrGrain grain, GrDate until, GrDemandBuckets *history)
{
  Sales own = read_sales (item->sold, item->reading, item->item_id, until);

  make (item->sold, &own, grain, until, 0, history);
}

/**
 * gr_history_end:
 * @last: the last day with sales, %GR_DATE_NONE without any
 *
 * Returns: the first day that is not history yet: today, or the day after the last sales that were brought in
 */
GrDate
gr_history_end (GrDate last, GrDate today)
{
  return last == GR_DATE_NONE || last + MOST_DAYS_WITHOUT_SALES >= today ? today : last + 1;
}
