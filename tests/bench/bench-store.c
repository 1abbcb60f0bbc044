/* How long the store alone takes with a whole shop: bench-store SALES.csv.gz (see GRANARY_DATA), or made-up lines
 * without it. */
#include "domain/base/date.h"
#include "domain/trade/item.h"
#include "store/file/check.h"
#include "store/journal/deed-store.h"
#include "store/sales/demand-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/file/shop-file.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

#define N_ITEMS   5000
#define N_LINES   743589
#define FIRST_DAY 14579
#define N_DAYS    550

typedef struct {
  GrDatabase *database;
  gint64 *ids;
  GrSaleLine *lines;
  char (*invoices)[8];
} Bench;

static const GrDeedHead head = {.kind = "bench", .title = "Bench", .who = "bench", .done_at = 1, .done_on = 1};

static void
stop_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Elapsed and this process's own time: on a busy machine the second says more. */
static void
report (const char *what, gint64 since)
{
  static double cpu_before;
  struct rusage usage;
  double cpu;

  getrusage (RUSAGE_SELF, &usage);
  cpu = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
        (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
  printf ("%-44s %9.1f ms   cpu %8.1f ms   peak %4ld MB\n", what, (double) (g_get_monotonic_time() - since) / 1000.0,
      cpu - cpu_before, usage.ru_maxrss / 1024);
  cpu_before = cpu;
}

static void
add_items (Bench *bench, int n_items)
{
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time();

  gr_deed_begin (bench->database, &head, &error);
  stop_on (error);
  for (int i = 0; i < n_items; i++) {
    g_autoptr (GrItem) item = gr_item_new();

    item->code = g_strdup_printf ("%05d", 10000 + i);
    item->description = g_strdup_printf ("WHITE HANGING HEART T-LIGHT HOLDER %d", i * 7919 % n_items);
    item->family = g_strdup_printf ("Family %d", i % 16);
    item->unit_cost = 10000 + i;
    item->unit_price = 25000 + i;
    gr_item_store_save (bench->database, item, &error);
    stop_on (error);
    bench->ids[i] = item->id;
  }
  gr_deed_finish (bench->database, NULL, NULL, &error);
  stop_on (error);
  report ("add items", since);
}

/* As a shop's file has them: by day, about 21 lines an invoice, few items sold often. */
static void
make_lines (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < N_LINES; i++) {
    double skew = g_rand_double (rand);

    snprintf (bench->invoices[i / 21], sizeof bench->invoices[0], "%d", 489434 + i / 21);
    bench->lines[i] = (GrSaleLine){
        .item_id = bench->ids[(int) (skew * skew * N_ITEMS)],
        .sold_on = FIRST_DAY + (int) ((gint64) i * N_DAYS / N_LINES),
        .qty = gr_qty_from_units (i % 50 == 0 ? -1 : g_rand_int_range (rand, 1, 24)),
        .unit_price = 12500,
        .invoice = bench->invoices[i / 21],
    };
  }
}

static gint64
import (Bench *bench, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSaleBatch) batch = NULL;
  GrSaleBatchSummary summary;
  gint64 since = g_get_monotonic_time();
  gint64 deed_id;

  gr_deed_begin (bench->database, &head, &error);
  stop_on (error);
  batch = gr_sale_batch_begin (bench->database, &error);
  for (int i = 0; i < N_LINES; i++) {
    gboolean is_duplicate;

    gr_sale_batch_add (batch, &bench->lines[i], &is_duplicate, &error);
    stop_on (error);
  }
  report ("  lines in", since);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  stop_on (error);
  report ("  demand in", since);
  gr_deed_finish (bench->database, &deed_id, NULL, &error);
  stop_on (error);
  report (what, since);
  printf ("    %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " known, %" G_GINT64_FORMAT " moved stock\n",
      summary.n_added, summary.n_duplicates, summary.n_moved);
  return deed_id;
}

static void
count_all (Bench *bench, GrDate day)
{
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time(), floor_id;
  GrCountResult result;

  gr_location_store_role (bench->database, GR_PLACE_SHOP, &floor_id, &error);
  stop_on (error);
  gr_deed_begin (bench->database, &head, &error);
  for (int i = 0; i < N_ITEMS; i++) {
    gr_stock_count_store_take (bench->database, bench->ids[i], floor_id, 1000000, day, &result, &error);
    stop_on (error);
  }
  gr_deed_finish (bench->database, NULL, NULL, &error);
  stop_on (error);
  report ("count all items, a month of sales since", since);
}

static void
undo_and_redo (Bench *bench, gint64 deed_id)
{
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time();

  if (gr_deed_undo (bench->database, deed_id, &head, &error))
    gr_deed_finish (bench->database, NULL, NULL, &error);
  stop_on (error);
  report ("undo the import", since);
  since = g_get_monotonic_time();
  if (gr_deed_redo (bench->database, deed_id, &head, &error))
    gr_deed_finish (bench->database, NULL, NULL, &error);
  stop_on (error);
  report ("redo it", since);
}

static void
list (Bench *bench, const char *what, GrStockFilter filter)
{
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time();
  g_autoptr (GArray) ids = gr_stock_list_ids (bench->database, &filter, &error);

  stop_on (error);
  report (what, since);
}

static void
read_lists (Bench *bench, int n_items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GrStockTotals totals;
  gint64 since;

  list (bench, "stock page: ids by code", (GrStockFilter){.health = -1, .status = -1});
  list (bench, "stock page: ids by value", (GrStockFilter){.health = -1, .status = -1, .sort = GR_STOCK_SORT_VALUE});
  list (bench, "stock page: ids by projected",
      (GrStockFilter){.health = -1, .status = -1, .sort = GR_STOCK_SORT_PROJECTED});
  list (bench, "stock page: search 'lder 77'", (GrStockFilter){.health = -1, .status = -1, .search = "lder 77"});
  list (bench, "stock page: search 'HOLDER 777'", (GrStockFilter){.health = -1, .status = -1, .search = "HOLDER 777"});
  since = g_get_monotonic_time();
  gr_stock_list_totals (bench->database, &(GrStockFilter){.health = -1, .status = -1}, &totals, &error);
  stop_on (error);
  report ("stock page: totals", since);
  rows = gr_stock_rows_read (bench->database, bench->ids + n_items / 2, 200, 0, &error);
  g_clear_pointer (&rows, g_ptr_array_unref);
  since = g_get_monotonic_time();
  rows = gr_stock_rows_read (bench->database, bench->ids + n_items / 2, 200, 0, &error);
  stop_on (error);
  report ("stock page: 200 rows", since);
}

static void
check (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  gint64 since = g_get_monotonic_time();
  g_autoptr (GPtrArray) findings = gr_check_run (bench->database, NULL, &error);

  stop_on (error);
  report ("check", since);
  for (guint i = 0; i < findings->len; i++)
    printf ("    %s\n", ((GrCheckFinding *) findings->pdata[i])->text);
}

static void
open_new (Bench *bench, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (name, "-wal", NULL);

  g_unlink (name);
  g_unlink (log);
  bench->database = gr_shop_file_create (name, &error);
  stop_on (error);
}

int
main (int argc, char *argv[])
{
  const char *name = argc > 1 ? argv[1] : "bench-store.granary";
  Bench bench = {.ids = g_new0 (gint64, 100000),
      .lines = g_new0 (GrSaleLine, N_LINES),
      .invoices = g_malloc0 ((N_LINES / 21 + 1) * sizeof bench.invoices[0])};
  gint64 deed_id;

  open_new (&bench, name);
  add_items (&bench, N_ITEMS);
  make_lines (&bench);
  deed_id = import (&bench, "import 743,589 sold lines");
  import (&bench, "import the same again");
  undo_and_redo (&bench, deed_id);
  count_all (&bench, FIRST_DAY + N_DAYS - 30);
  read_lists (&bench, N_ITEMS);
  check (&bench);
  gr_database_close (bench.database);
  open_new (&bench, name);
  add_items (&bench, 100000);
  read_lists (&bench, 100000);
  gr_database_close (bench.database);
  g_unlink (name);
  return 0;
}
