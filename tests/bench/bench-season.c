#include "exchange/tables/import-file.h"
#include "shop/forecasting/load-recipe.h"
#include "shop/importing/import-rows.h"
#include "shop/planning/plan-facts.h"
#include "shop/base/shop-private.h"
#include "shop/base/work-pool.h"
#include "store/sales/demand-store.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* What the season of the families is worth: the real shop of GRANARY_DATA/retail forecast from several days of its
 * past, with that season and without, and judged by what came. A file given as the first argument is used in place of
 * an import. */

#define MONTHS_AHEAD 12
#define WEEKS_AHEAD  8

/* Some wholesale orders of one day are larger than all the rest of an item's life; they say nothing of a method. */
#define BULK_UNITS 10000

enum { WITHOUT, WITH, N_WAYS };

typedef struct {
  const char *family;
  GrForecastTask tasks[N_WAYS];
  double months[MONTHS_AHEAD], last_year[MONTHS_AHEAD], weeks[WEEKS_AHEAD + 1];
  double naive_square; /* in sample, of a week */
} Item;

typedef struct {
  GrDatabase *database;
  GrDate today, end;
  int n_months, n_weeks;
  GArray *items;
} Origin;

static void
die (GError *error)
{
  fprintf (stderr, "bench-season: %s\n", error != NULL ? error->message : "failed without a word");
  exit (1);
}

static void
import (GrShop *shop, const char *folder, GrImportKind kind, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;
  g_autoptr (GrImportSession) file = gr_import_session_open (path, kind, &error);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  GrImportChoices choices = {.create_missing = TRUE, .skip_bad = TRUE};
  GrImportOutcome outcome = {0};

  if (file == NULL || !gr_shop_import (shop, file, &choices, report, &outcome, NULL, &error))
    die (error);
  gr_import_outcome_clear (&outcome);
}

static GrShop *
open_shop (const char *path, const char *folder)
{
  GrClock clock = gr_clock_fixed (gr_date_from_ymd (2011, 6, 30));
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  GError *error = NULL;
  GrShop *shop = is_there ? gr_shop_open (path, clock, &error) : gr_shop_create (path, "Retail", "GBP", clock, &error);

  if (shop == NULL)
    die (error);
  if (!is_there) {
    import (shop, folder, GR_IMPORT_ITEMS, "items.csv");
    import (shop, folder, GR_IMPORT_SALES, "sales_2009-12_2011-06.csv.gz");
  }
  return shop;
}

/* FALSE where a bulk order is among the sales. */
static gboolean
read_truth (Item *item, const Origin *origin, const GArray *days)
{
  GrDate monday = gr_grain_start (GR_GRAIN_WEEK, origin->today);

  for (guint i = 0; i < days->len; i++) {
    const GrDemandDay *day = &g_array_index (days, GrDemandDay, i);
    double net = gr_qty_to_double (day->sold_qty - day->returned_qty);
    int month = gr_grain_between (GR_GRAIN_MONTH, origin->today, day->sold_on);
    int week = gr_grain_between (GR_GRAIN_WEEK, monday, day->sold_on);

    if (day->sold_on >= origin->end)
      break;
    if (gr_qty_to_double (day->sold_qty) > BULK_UNITS)
      return FALSE;
    if (month >= 0 && month < origin->n_months)
      item->months[month] += net;
    if (month < 0 && month + 12 >= 0 && month + 12 < origin->n_months)
      item->last_year[month + 12] += net;
    if (week >= 0 && week <= origin->n_weeks)
      item->weeks[week] += net;
  }
  return TRUE;
}

static double
square_of_naive (const GrDemandBuckets *weeks)
{
  double sum = 0;

  for (gsize i = 1; i < weeks->n; i++)
    sum += (weeks->values[i] - weeks->values[i - 1]) * (weeks->values[i] - weeks->values[i - 1]);
  return weeks->n > 1 ? sum / (double) (weeks->n - 1) : 0;
}

static void
add_item (Origin *origin, const GrPlanFacts *facts, const GrRecipe *recipe)
{
  gint64 id = facts->item->id;
  GError *error = NULL;
  g_autoptr (GArray) days = gr_demand_store_of_many (origin->database, id, NULL, &error);
  GrItemHistory history = gr_recipe_history (recipe, id);
  Item item = {.family = facts->item->family != NULL ? facts->item->family : ""};

  if (days == NULL)
    die (error);
  if (!read_truth (&item, origin, days) || days->len == 0 ||
      g_array_index (days, GrDemandDay, 0).sold_on >= origin->today)
    return;
  for (int way = 0; way < N_WAYS; way++) {
    GrForecastTask *task = &item.tasks[way];

    *task = (GrForecastTask){.item_id = id, .horizons = {26, 18}};
    task->season = way == WITH ? gr_family_seasons_of (recipe->seasons, facts->item->family) : NULL;
    task->days = way == WITH ? recipe->days : NULL;
    for (int grain = 0; grain < 2; grain++)
      gr_item_history_make (&history, grain, origin->today, &task->buckets[grain]);
  }
  item.naive_square = square_of_naive (&item.tasks[WITH].buckets[GR_GRAIN_WEEK]);
  g_array_append_val (origin->items, item);
}

static void
run_cb (gsize index, gpointer data)
{
  Item *item = &g_array_index ((GArray *) data, Item, index / N_WAYS);

  gr_forecast_task_run (&item->tasks[index % N_WAYS]);
}

/* Sums of absolute errors over those of what came; months of items and of families, weeks of items. */
typedef struct {
  double months, families, weeks, rmsse;
} Score;

static void
add_to_family (GHashTable *families, const Item *item, const double *means)
{
  double *sums = g_hash_table_lookup (families, item->family);

  if (sums == NULL) {
    sums = g_new0 (double, MONTHS_AHEAD);
    g_hash_table_insert (families, (gpointer) item->family, sums);
  }
  for (int i = 0; i < MONTHS_AHEAD; i++)
    sums[i] += means[i] - fmax (item->months[i], 0);
}

static void
read_means (const Origin *origin, const Item *item, int way, double *months, double *weeks)
{
  for (int i = 0; i < MONTHS_AHEAD; i++)
    months[i] = way < 0 ? fmax (item->last_year[i], 0) : item->tasks[way].rows[GR_GRAIN_MONTH]->points[i].mean;
  for (int i = origin->n_months; i < MONTHS_AHEAD; i++)
    months[i] = 0;
  for (int i = 0; i <= WEEKS_AHEAD; i++)
    weeks[i] = way < 0 ? 0 : item->tasks[way].rows[GR_GRAIN_WEEK]->points[i].mean;
}

/* @way: -1 for the same month last year */
static Score
judge (const Origin *origin, int way)
{
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  double sold = 0, sold_weeks = 0;
  int n_scaled = 0;
  Score score = {0};
  GHashTableIter iter;
  gpointer sums;

  for (guint i = 0; i < origin->items->len; i++) {
    const Item *item = &g_array_index (origin->items, Item, i);
    double months[MONTHS_AHEAD], weeks[WEEKS_AHEAD + 1], squares = 0;

    read_means (origin, item, way, months, weeks);
    add_to_family (families, item, months);
    for (int m = 0; m < origin->n_months; m++) {
      score.months += fabs (months[m] - fmax (item->months[m], 0));
      sold += fmax (item->months[m], 0);
    }
    for (int w = 1; w <= origin->n_weeks; w++) {
      double off = weeks[w] - fmax (item->weeks[w], 0);

      score.weeks += fabs (off);
      squares += off * off;
      sold_weeks += fmax (item->weeks[w], 0);
    }
    if (item->naive_square > 0) {
      score.rmsse += sqrt (squares / origin->n_weeks / item->naive_square);
      n_scaled++;
    }
  }
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &sums))
    for (int m = 0; m < origin->n_months; m++)
      score.families += fabs (((double *) sums)[m]);
  return (Score){100 * score.months / sold, 100 * score.families / sold, 100 * score.weeks / sold_weeks,
      score.rmsse / MAX (n_scaled, 1)};
}

static void
clear_item (gpointer data)
{
  for (int way = 0; way < N_WAYS; way++)
    gr_forecast_task_clear (&((Item *) data)->tasks[way]);
}

static void
run_origin (GrDatabase *database, GrDate today, GrDate end)
{
  GError *error = NULL;
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, today, &error);
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GPtrArray) facts = gr_plan_facts_list (database, rules, all, GR_FACTS_WITHOUT_FORECASTS, &error);
  g_autoptr (GrRecipe) recipe = gr_recipe_load (database, all, today, GR_RECIPE_MADE_ANEW, &error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  Origin origin = {database, today, end, MIN (gr_grain_between (GR_GRAIN_MONTH, today, end), MONTHS_AHEAD),
      MIN ((end - gr_grain_start (GR_GRAIN_WEEK, today)) / 7 - 1, WEEKS_AHEAD), items};
  GrWork work = {.func = run_cb, .data = items, .what = ""};
  Score naive, without, with;
  int year, month, day;

  if (recipe == NULL)
    die (error);
  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; i < facts->len; i++)
    if (((GrPlanFacts *) g_ptr_array_index (facts, i))->item->is_stocked)
      add_item (&origin, g_ptr_array_index (facts, i), recipe);
  work.n = items->len * N_WAYS;
  gr_work_pool_run (&work, NULL, NULL);
  naive = judge (&origin, -1);
  without = judge (&origin, WITHOUT);
  with = judge (&origin, WITH);
  gr_date_to_ymd (today, &year, &month, &day);
  printf ("  %4d-%02d %3d months %6.1f %6.1f %6.1f   %6.1f %6.1f %6.1f   %6.1f %6.1f   %6.3f %6.3f\n", year, month,
      origin.n_months, with.months, without.months, naive.months, with.families, without.families, naive.families,
      with.weeks, without.weeks, with.rmsse, without.rmsse);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  static const int origins[][2] = {{2010, 12}, {2011, 1}, {2011, 2}, {2011, 3}, {2011, 4}, {2011, 5}};
  const char *data = g_getenv ("GRANARY_DATA");
  g_autofree char *temporary = g_strdup_printf ("%s/granary-bench-season-%d.granary", g_get_tmp_dir(), (int) getpid());
  g_autofree char *folder = g_build_filename (data != NULL ? data : "../shared/data", "retail", NULL);
  const char *path = argc > 1 ? argv[1] : temporary;
  GrShop *shop;

  if (argc < 2 && !g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    printf ("  skipped: no data in %s\n", folder);
    return 0;
  }
  shop = open_shop (path, folder);
  printf ("  WAPE, %%: with the families' season, without, the same month last year\n"
          "  from, ahead             items, months         families, months    items, weeks    RMSSE, weeks\n");
  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    run_origin (
        gr_shop_database (shop), gr_date_from_ymd (origins[i][0], origins[i][1], 1), gr_date_from_ymd (2011, 7, 1));
  g_object_unref (shop);
  if (argc < 2)
    g_unlink (path);
  return 0;
}
