#include "command.h"

#include "shop/planning/run-plan.h"
#include "shop/review/sop-review.h"
#include "shop/planning/today-view.h"

#include <glib/gi18n.h>

#define REVIEW_ROWS 5

typedef gboolean (*ExportDeed) (GrShop *shop, const char *path, const GrProgress *progress, GError **error);

static gboolean
run_export (GrCli *cli, ExportDeed deed, GError **error)
{
  g_autofree char *sentence = NULL;

  if (cli->options.output == NULL) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("name the file to write: -o FILE.xlsx"));
    return FALSE;
  }
  if (!deed (cli->shop, cli->options.output, &cli->progress, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("Saved as %s"), cli->options.output);
  gr_answer_say (cli->answer, "sentence", sentence);
  gr_answer_text (cli->answer, "file", NULL, cli->options.output);
  return TRUE;
}

static gboolean
run_export_sop (GrCli *cli, GError **error)
{
  return run_export (cli, gr_shop_export_sop, error);
}

static gboolean
run_export_stock (GrCli *cli, GError **error)
{
  return run_export (cli, gr_shop_export_stock, error);
}

static gboolean
run_export_orders (GrCli *cli, GError **error)
{
  return run_export (cli, gr_shop_export_orders, error);
}

static void
add_month (GrTable *table, const GrSopGrid *grid, int i)
{
  const GrSopRow *total = grid->rows->pdata[grid->rows->len - 1];
  const GrSopCell *cell = &total->cells[i];
  GrDate month = gr_date_add_months (grid->first_month, i);
  int digits = grid->currency_digits;

  gr_table_date (table, month);
  if (i <= grid->n_past) /* the running month has some of both */
    gr_table_number (table, cell->sales_value, digits, digits);
  else
    gr_table_text (table, NULL);
  if (i >= grid->n_past)
    gr_table_number (table, cell->forecast_value, digits, digits);
  else
    gr_table_text (table, NULL);
  gr_table_number (table, cell->purchases_value, digits, digits);
  if (i >= grid->n_unknown) /* before the first count nobody knows what there was */
    gr_table_number (table, cell->projected_value, digits, digits);
  else
    gr_table_text (table, NULL);
}

/* The whole shop's months from the running one on. */
static gboolean
tell_months (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"month", _ ("Month"), FALSE}, {"sales", _ ("Sold"), TRUE},
      {"forecast", _ ("Forecast"), TRUE}, {"purchases", _ ("Purchases"), TRUE}, {"stock", _ ("Stock"), TRUE}};
  g_autoptr (GrSopGrid) grid = gr_shop_sop_grid (cli->shop, &cli->progress, error);
  GrTable *table;

  if (grid == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (int i = MAX (0, grid->n_past - 3); i < MIN (grid->n_past + 6, grid->n_past + grid->n_ahead); i++)
    add_month (table, grid, i);
  gr_answer_list (cli->answer, "months", table, NULL);
  return TRUE;
}

static gboolean
tell_today (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"what", _ ("To do"), FALSE}, {"money", gr_shop_currency (cli->shop), TRUE}};
  int digits = gr_shop_currency_digits (cli->shop);
  g_autoptr (GPtrArray) rows = gr_shop_today_rows (cli->shop, REVIEW_ROWS, error);
  GrTable *table;

  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrTodayRow *row = rows->pdata[i];
    g_autofree char *sentence = gr_today_row_sentence (row, gr_shop_today (cli->shop));

    gr_table_text (table, sentence);
    gr_table_number (table, row->money, digits, digits);
  }
  gr_answer_list (cli->answer, "today", table, NULL);
  return TRUE;
}

/* The month's review without a screen: plan, say what matters, write the workbook. */
static gboolean
run_review (GrCli *cli, GError **error)
{
  GrPlanOutcome outcome = {0};
  g_autofree char *head = NULL;
  g_autofree char *day = gr_date_format (gr_shop_today (cli->shop));

  if (!gr_shop_run_plan (cli->shop, &outcome, &cli->progress, error))
    return FALSE;
  head = g_strdup_printf (_ ("%s, monthly review (S&OP) of %s"), gr_shop_name (cli->shop), day);
  gr_answer_say (cli->answer, "title", head);
  gr_answer_say (cli->answer, "plan", outcome.sentence);
  gr_plan_outcome_clear (&outcome);
  return tell_today (cli, error) && tell_months (cli, error) && run_export (cli, gr_shop_export_sop, error);
}

const GrCommand gr_export_commands[] = {
    {"export", "sop", "-o FILE.xlsx", N_ ("Save the monthly review (S&OP)"), GR_TAKES_OUTPUT, 0, 0, TRUE,
        run_export_sop},
    {"export", "stock", "-o FILE.xlsx", N_ ("Save the stock list"), GR_TAKES_OUTPUT, 0, 0, TRUE, run_export_stock},
    {"export", "orders", "-o FILE.xlsx", N_ ("Save the purchase orders"), GR_TAKES_OUTPUT, 0, 0, TRUE,
        run_export_orders},
    {"review", NULL, "-o FILE.xlsx", N_ ("Plan, list what matters, save the monthly review (S&OP)"), GR_TAKES_OUTPUT, 0,
        0, TRUE, run_review},
    {NULL},
};
