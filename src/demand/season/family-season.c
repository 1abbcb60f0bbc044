#include "family-season.h"

#include "week-season.h"

#include "domain/trade/item.h"
#include "forecast/judge/demand-class.h"
#include "forecast/season/profile-pool.h"

#include <math.h>
#include <string.h>

#define MONTHS 12

/* An item that has seen fewer seasons than this goes by its family's. */
#define OWN_SEASONS 2

/* Where its family has none, its own first year is looked at from so many buckets of the second on. */
#define SECOND_YEAR 3

/* Past forecasts are judged by a season that is so many months older at most, and by none for fewer. */
#define MOST_MONTHS_JUDGED  12
#define LEAST_MONTHS_JUDGED 3

/* A shop's items are taken to stray by no less than they sell: a few that agree with each other may do so by the
 * calendar, as where all sell on Tuesdays. */
#define STRAY 1.0

/* Steps of a season are kept in hundredths: what moves them less is no reason to forecast anew. */
#define STEPS_OF_INDEX 100.0

/* One item's months; @family is its place among the rows. */
typedef struct {
  gint64 item_id;
  guint family;
  GrDemandBuckets months;
} Item;

/* What items sold up to the running month. */
typedef struct {
  GrDate before;
  const GrShopDays *days;
  GPtrArray *rows;    /* GrSeasonRow */
  GHashTable *places; /* of families among the rows */
  GArray *items;
  GrWeekActivity activity;
} Reading;

static void
clear_item (gpointer data)
{
  gr_demand_buckets_clear (&((Item *) data)->months);
}

static guint
place_of (Reading *reading, const char *family)
{
  GPtrArray *rows = reading->rows;
  gpointer place = family != NULL ? g_hash_table_lookup (reading->places, family) : NULL;

  if (family == NULL || place != NULL)
    return GPOINTER_TO_UINT (place);
  g_ptr_array_add (rows, gr_season_row_new (family));
  g_hash_table_insert (reading->places, (gpointer) family, GUINT_TO_POINTER (rows->len - 1));
  return rows->len - 1;
}

static void
add_item (Reading *reading, const GrItem *item, const GrItemSales *sales)
{
  Item months = {.item_id = item->id, .family = place_of (reading, item->family)};

  gr_demand_buckets_init (&months.months, GR_GRAIN_MONTH, sales->days[sales->first].on, reading->before);
  for (gsize i = sales->first; i < sales->n; i++)
    gr_demand_buckets_add (&months.months, sales->days[i].on, sales->days[i].net_qty);
  gr_demand_buckets_finish (&months.months);
  g_array_append_val (reading->items, months);
}

/* Every day on which an item was asked for tells that the shop was open; both are in order of items. */
static void
read_sales (Reading *reading, const GrSoldDays *sold, const GPtrArray *items)
{
  guint next = 0;

  for (gsize i = 0; i < gr_sold_days_n_items (sold); i++) {
    GrItemSales sales = gr_sold_days_nth (sold, i, reading->before);

    for (gsize day = 0; day < sales.n; day++)
      gr_week_activity_add (&reading->activity, sales.days[day].on);
    while (next < items->len && ((const GrItem *) g_ptr_array_index (items, next))->id < sales.item_id)
      next++;
    if (next < items->len && ((const GrItem *) g_ptr_array_index (items, next))->id == sales.item_id &&
        sales.first < sales.n)
      add_item (reading, g_ptr_array_index (items, next), &sales);
  }
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  const Item *left = a, *right = b;

  if (left->family != right->family)
    return left->family < right->family ? -1 : 1;
  return left->item_id < right->item_id ? -1 : left->item_id > right->item_id;
}

/* What the items sold before @cut. */
static GrSeries *
series_before (const Reading *reading, GrDate cut)
{
  GrSeries *all = g_new0 (GrSeries, reading->items->len + 1);

  for (guint i = 0; i < reading->items->len; i++) {
    const Item *item = &g_array_index (reading->items, Item, i);
    int n = gr_grain_between (GR_GRAIN_MONTH, item->months.start, cut);

    all[i] = gr_demand_buckets_series (&item->months);
    all[i].n = MIN (all[i].n, (gsize) MAX (n, 0));
    all[i].days = gr_shop_days_from (reading->days, GR_GRAIN_MONTH, item->months.start, (int) all[i].n);
  }
  return all;
}

static void
round_steps (double *index, int n)
{
  for (int i = 0; i < n; i++)
    index[i] = fmax (round (index[i] * STEPS_OF_INDEX), 1) / STEPS_OF_INDEX;
}

static void
set_steps (double steps[2][GR_SEASON_STEPS], const double *months, const double *closures, GrDate cut)
{
  for (int i = 0; i < MONTHS; i++)
    steps[GR_GRAIN_MONTH][i] = months[i];
  round_steps (steps[GR_GRAIN_MONTH], MONTHS);
  gr_weeks_of_months (months, closures, cut, steps[GR_GRAIN_WEEK]);
  round_steps (steps[GR_GRAIN_WEEK], GR_SEASON_STEPS);
}

/* A family's season from its items, or where they show none, the shop's. Returns how many have a say. */
static gsize
find_months (const GrSeries *items, gsize n, const double *shop, double shop_noise, double *months)
{
  double noise;
  gsize n_items = gr_profile_pool (items, n, months, &noise);

  if (n_items > 0) {
    gr_profile_blend (months, &noise, shop, MONTHS);
  } else {
    memcpy (months, shop, MONTHS * sizeof *months);
    noise = shop_noise;
  }
  gr_profile_steady (months, MONTHS, MAX (noise, shop_noise));
  return n_items;
}

/* Where weeks are forecast by the open day, that says it all. */
static void
find_closures (const Reading *reading, GrDate cut, double *closures)
{
  gr_week_activity_closures (&reading->activity, cut, closures);
  for (int step = 0; step < GR_SEASON_STEPS && reading->days->weights[GR_GRAIN_WEEK] != NULL; step++)
    closures[step] = 1;
}

/* The seasons of all rows as they can be known from what was sold before @cut. */
static gboolean
fill_rows (const Reading *reading, GrDate cut, gboolean is_past)
{
  GPtrArray *rows = reading->rows;
  g_autofree GrSeries *all = series_before (reading, cut);
  double shop[MONTHS], months[MONTHS], closures[GR_SEASON_STEPS], noise;
  gsize n_shop = gr_profile_pool (all, reading->items->len, shop, &noise);
  guint from = 0;

  if (n_shop == 0)
    return FALSE;
  noise = MAX (noise, STRAY * STRAY / (double) n_shop);
  find_closures (reading, cut, closures);
  for (guint place = 0; place < rows->len; place++) {
    GrSeasonRow *row = g_ptr_array_index (rows, place);
    guint to = from;
    gsize n_items;

    while (to < reading->items->len && g_array_index (reading->items, Item, to).family == place)
      to++;
    n_items = find_months (all + from, place > 0 ? to - from : 0, shop, noise, months);
    set_steps (is_past ? row->past : row->now, months, closures, cut);
    row->n_items = is_past ? row->n_items : (int) (place > 0 ? n_items : n_shop);
    from = to;
  }
  return TRUE;
}

/* The first whole month is the one that everything begins in; the running one is left out. */
static gboolean
fill_seasons (Reading *reading, GrDate first)
{
  GPtrArray *rows = reading->rows;
  int n_judged = MIN (gr_grain_between (GR_GRAIN_MONTH, first, reading->before) - MONTHS, MOST_MONTHS_JUDGED);
  GrDate cut = gr_grain_add (GR_GRAIN_MONTH, reading->before, -n_judged);

  g_array_sort (reading->items, compare_families);
  if (!fill_rows (reading, reading->before, FALSE))
    return FALSE;
  if (n_judged >= LEAST_MONTHS_JUDGED && fill_rows (reading, cut, TRUE))
    for (guint i = 0; i < rows->len; i++)
      ((GrSeasonRow *) g_ptr_array_index (rows, i))->judged_from = cut;
  return TRUE;
}

/**
 * gr_family_seasons_new:
 * @rows: (transfer full) (element-type GrSeasonRow): the shop's first, then the families'; none where a year has not
 *   been seen yet
 */
GrFamilySeasons *
gr_family_seasons_new (GPtrArray *rows)
{
  GrFamilySeasons *seasons = g_new (GrFamilySeasons, 1);

  seasons->rows = rows;
  seasons->by_family = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 1; i < rows->len; i++) {
    GrSeasonRow *row = g_ptr_array_index (rows, i);

    g_hash_table_insert (seasons->by_family, row->family, row);
  }
  return seasons;
}

static GPtrArray *
make_rows (const GrSeasonSources *sources)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_season_row_free);
  Reading reading = {gr_grain_start (GR_GRAIN_MONTH, sources->until), sources->days, rows};

  if (sources->first == GR_DATE_NONE || gr_grain_between (GR_GRAIN_MONTH, sources->first, reading.before) < MONTHS)
    return rows;
  reading.places = g_hash_table_new (g_str_hash, g_str_equal);
  reading.items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (reading.items, clear_item);
  gr_week_activity_init (&reading.activity, sources->first, reading.before);
  g_ptr_array_add (rows, gr_season_row_new (NULL));
  read_sales (&reading, sources->sold, sources->items);
  if (!fill_seasons (&reading, sources->first))
    g_ptr_array_set_size (rows, 0);
  g_hash_table_unref (reading.places);
  g_array_unref (reading.items);
  gr_week_activity_clear (&reading.activity);
  return rows;
}

/**
 * gr_family_seasons_pool:
 *
 * The season of each family's items and of the whole shop, by whole months, so that a day's sales change nothing in it,
 * and by sales as they were, so that what the owner decides about one item changes no other's; once more as it could be
 * known before the months that past forecasts are judged by. Families of few or unsteady items lean on the shop. Weeks
 * follow from the months and from the weeks in which the shop is closed. O(days of demand).
 *
 * Returns: (transfer full): without rows where less than a year was seen
 */
GrFamilySeasons *
gr_family_seasons_pool (const GrSeasonSources *sources)
{
  return gr_family_seasons_new (make_rows (sources));
}

void
gr_family_seasons_free (GrFamilySeasons *seasons)
{
  if (seasons == NULL)
    return;
  g_hash_table_unref (seasons->by_family);
  g_ptr_array_unref (seasons->rows);
  g_free (seasons);
}

/**
 * gr_family_seasons_of:
 * @family: (nullable): a family's name
 *
 * Returns: (nullable): its season, the shop's for items without a family
 */
const GrSeasonRow *
gr_family_seasons_of (const GrFamilySeasons *seasons, const char *family)
{
  const GrSeasonRow *row = family != NULL ? g_hash_table_lookup (seasons->by_family, family) : NULL;

  return row == NULL && seasons->rows->len > 0 ? g_ptr_array_index (seasons->rows, 0) : row;
}

static gboolean
is_flat (const double *steps, int n)
{
  for (int i = 0; i < n; i++)
    if (steps[i] != 1)
      return FALSE;
  return TRUE;
}

/* What sells seldom shows no season by itself, however long its history. */
static gboolean
knows_its_season (const GrDemandBuckets *buckets)
{
  GrDemandClass demand = gr_demand_class_of (buckets->values, (int) buckets->n);

  return buckets->n >= (gsize) (OWN_SEASONS * gr_grain_per_year (buckets->grain)) && demand != GR_DEMAND_INTERMITTENT &&
         demand != GR_DEMAND_LUMPY;
}

/**
 * gr_season_row_apply:
 * @row: (nullable): outlives the use of @options
 * @buckets: the item's history
 *
 * Has the item forecast by its family's season where the item has not seen two seasons itself, or sells too seldom to
 * show one; by what its own first year has beside that, where the family has none. O(length of the history).
 */
void
gr_season_row_apply (const GrSeasonRow *row, const GrDemandBuckets *buckets, GrForecastOptions *options)
{
  GrGrain grain = buckets->grain;
  int per_year = gr_grain_per_year (grain);
  GrDate end = gr_grain_add (grain, buckets->start, (int) buckets->n);

  if (row == NULL || knows_its_season (buckets) ||
      (is_flat (row->now[grain], per_year) && buckets->n < (gsize) (per_year + SECOND_YEAR)))
    return;
  options->profile = row->now[grain];
  if (row->judged_from == GR_DATE_NONE)
    return;
  options->past_profile = row->past[grain];
  options->n_judged = MAX (1, gr_grain_between (grain, row->judged_from + (grain == GR_GRAIN_WEEK ? 6 : 0), end));
}
