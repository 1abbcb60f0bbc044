#include "exchange/tables/import-file.h"
#include "shop/purchasing/accept-suggestions.h"
#include "shop/stock/adjust-stock.h"
#include "shop/base/check-shop.h"
#include "shop/importing/import-rows.h"
#include "shop/catalogue/item-card.h"
#include "shop/forecasting/read-series.h"
#include "shop/purchasing/orders.h"
#include "shop/base/shop-deed.h"
#include "shop/planning/replan-items.h"
#include "shop/planning/run-plan.h"
#include "shop/review/sop-review.h"
#include "shop/base/undo-deed.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* The real shop of GRANARY_DATA/retail led through everything that plans, with a time behind each step. A file given as
 * the first argument is kept and, where it exists, used without the import. */

typedef struct {
  GrShop *shop;
  char *folder;
  gint64 item_id;
} Bench;

static void
die (GError *error)
{
  fprintf (stderr, "bench-plan: %s\n", error != NULL ? error->message : "failed without a word");
  exit (1);
}

static void
print_since (const char *what, gint64 start, const char *remark)
{
  double ms = (double) (g_get_monotonic_time() - start) / 1000;

  printf ("  %-34s %10.1f ms  %s\n", what, ms, remark != NULL ? remark : "");
  fflush (stdout);
}

static void
import (const Bench *bench, GrImportKind kind, const char *name)
{
  g_autofree char *path = g_build_filename (bench->folder, name, NULL);
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;
  g_autoptr (GrImportSession) file = gr_import_session_open (path, kind, &error);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  GrImportChoices choices = {.create_missing = TRUE, .skip_bad = TRUE};
  GrImportOutcome outcome = {0};

  if (file == NULL || !gr_shop_import (bench->shop, file, &choices, report, &outcome, NULL, &error))
    die (error);
  print_since (name, start, outcome.sentence);
  gr_import_outcome_clear (&outcome);
}

static void
import_all (const Bench *bench)
{
  import (bench, GR_IMPORT_SUPPLIERS, "suppliers.csv");
  import (bench, GR_IMPORT_ITEMS, "items.csv");
  import (bench, GR_IMPORT_STOCK, "stock_2011-06-30.csv");
  import (bench, GR_IMPORT_SALES, "sales_2009-12_2011-06.csv.gz");
}

static void
plan (const Bench *bench, const char *what)
{
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;
  GrPlanOutcome outcome;

  if (!gr_shop_run_plan (bench->shop, &outcome, NULL, &error))
    die (error);
  print_since (what, start, outcome.sentence);
  gr_plan_outcome_clear (&outcome);
}

/* Returns one of the drafts. */
static gint64
accept_all (const Bench *bench)
{
  gint64 start = g_get_monotonic_time();
  GrSuggestionChoice all = {0};
  GError *error = NULL;
  GrAcceptOutcome outcome;
  gint64 order_id;

  if (!gr_shop_accept_suggestions (bench->shop, &all, &outcome, &error))
    die (error);
  print_since ("accept all", start, outcome.sentence);
  order_id = outcome.first_order_id;
  gr_accept_outcome_clear (&outcome);
  return order_id;
}

static void
carry_out (const Bench *bench, gint64 order_id)
{
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;

  if (!gr_shop_approve_order (bench->shop, order_id, &error))
    die (error);
  print_since ("approve an order", start, NULL);
  start = g_get_monotonic_time();
  if (!gr_shop_send_order (bench->shop, order_id, &error))
    die (error);
  print_since ("send it", start, NULL);
  start = g_get_monotonic_time();
  if (!gr_shop_receive_remaining (bench->shop, order_id, 0, &error))
    die (error);
  print_since ("receive it", start, NULL);
  start = g_get_monotonic_time();
  if (!gr_shop_undo (bench->shop, NULL, NULL, &error))
    die (error);
  print_since ("undo the receipt", start, NULL);
}

static void
look_at_item (const Bench *bench)
{
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;
  GrItemCard *card = gr_shop_item_card (bench->shop, bench->item_id, &error);

  if (card == NULL)
    die (error);
  print_since ("an item's card", start, card->explanation != NULL ? card->explanation->sentence : NULL);
  gr_item_card_free (card);
  for (int grain = 0; grain < 2; grain++) {
    start = g_get_monotonic_time();
    gr_item_series_free (gr_shop_item_series (bench->shop, bench->item_id, grain, NULL));
    print_since (grain == GR_GRAIN_WEEK ? "its weeks" : "its months", start, NULL);
    start = g_get_monotonic_time();
    gr_item_series_free (gr_shop_family_series (bench->shop, NULL, grain, NULL));
    print_since (grain == GR_GRAIN_WEEK ? "the shop's weeks" : "the shop's months", start, NULL);
  }
  start = g_get_monotonic_time();
  gr_shop_begin_deed (bench->shop, "replan", "Plan again", NULL);
  gr_replan_items (bench->shop, &bench->item_id, 1, NULL);
  gr_shop_end_deed (bench->shop, TRUE, NULL, NULL);
  print_since ("plan one item again", start, NULL);
}

static void
review (const Bench *bench)
{
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;
  GrSopGrid *grid = gr_shop_sop_grid (bench->shop, NULL, &error);
  g_autofree char *path = g_strdup_printf ("%s.xlsx", gr_shop_path (bench->shop));

  if (grid == NULL)
    die (error);
  print_since ("the review's grid", start, NULL);
  gr_sop_grid_free (grid);
  start = g_get_monotonic_time();
  if (!gr_shop_export_sop (bench->shop, path, NULL, &error))
    die (error);
  print_since ("its workbook", start, path);
  start = g_get_monotonic_time();
  if (!gr_shop_export_stock (bench->shop, path, NULL, &error))
    die (error);
  print_since ("the stock list's workbook", start, NULL);
  g_unlink (path);
}

static void
check (const Bench *bench)
{
  gint64 start = g_get_monotonic_time();
  GError *error = NULL;
  g_autoptr (GPtrArray) findings = gr_shop_check (bench->shop, NULL, &error);
  const char *wrong = NULL;

  if (findings == NULL)
    die (error);
  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = g_ptr_array_index (findings, i);

    if (!finding->is_proved)
      wrong = finding->text;
  }
  print_since ("check", start, wrong != NULL ? wrong : "clean");
}

int
main (int argc, char **argv)
{
  const char *data = g_getenv ("GRANARY_DATA");
  GrClock clock = gr_clock_fixed (gr_date_from_ymd (2011, 6, 30));
  g_autofree char *temporary = g_strdup_printf ("%s/granary-bench-plan-%d.granary", g_get_tmp_dir(), (int) getpid());
  const char *path = argc > 1 ? argv[1] : temporary;
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  GError *error = NULL;
  gint64 order_id;
  Bench bench = {.folder = g_build_filename (data != NULL ? data : "../shared/data", "retail", NULL)};

  if (!is_there && !g_file_test (bench.folder, G_FILE_TEST_IS_DIR)) {
    printf ("  skipped: no data in %s\n", bench.folder);
    return 0;
  }
  bench.shop = is_there ? gr_shop_open (path, clock, &error) : gr_shop_create (path, "Retail", "GBP", clock, &error);
  if (bench.shop == NULL)
    die (error);
  if (!is_there)
    import_all (&bench);
  plan (&bench, "plan");
  plan (&bench, "plan again");
  bench.item_id = gr_shop_find_item (bench.shop, "22041", NULL, NULL);
  look_at_item (&bench);
  order_id = accept_all (&bench);
  plan (&bench, "plan again");
  carry_out (&bench, order_id);
  review (&bench);
  check (&bench);
  g_object_unref (bench.shop);
  g_free (bench.folder);
  if (argc < 2)
    g_unlink (path);
  return 0;
}
