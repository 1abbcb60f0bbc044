#include "command.h"

#include "shop/forecasting/known-events.h"
#include "shop/forecasting/forecast-card.h"
#include "shop/forecasting/read-series.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <glib/gi18n.h>

static void
list_series (GrCli *cli, const GrItemSeries *series)
{
  g_autofree char *likely = gr_decimal_percent (0.80, 0);
  g_autofree char *very_likely = gr_decimal_percent (0.95, 0);
  const GrColumn columns[] = {{"from", C_ ("date", "From"), FALSE}, {"sales", _ ("Sold"), TRUE},
      {"mean", _ ("Forecast"), TRUE}, {"lo80", likely, TRUE}, {"hi80", "", TRUE}, {"lo95", very_likely, TRUE},
      {"hi95", "", TRUE}, {"stock", _ ("Stock"), TRUE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (int i = MAX (0, series->n_past - 12); i < series->n_past + series->n_ahead; i++) {
    gr_table_date (table, series->starts[i]);
    gr_table_real (table, series->sales[i], 1);
    gr_table_real (table, series->mean[i], 1);
    gr_table_real (table, series->lo80[i], 1);
    gr_table_real (table, series->hi80[i], 1);
    gr_table_real (table, series->lo95[i], 1);
    gr_table_real (table, series->hi95[i], 1);
    gr_table_real (table, series->stock[i], 1);
  }
  gr_answer_list (cli->answer, "series", table, NULL);
}

static void
list_findings (GrCli *cli, const GrForecastCard *card)
{
  const GrColumn columns[] = {{"from", C_ ("date", "From"), FALSE}, {"to", C_ ("date", "To"), FALSE},
      {"what", _ ("Type"), FALSE}, {"sold", _ ("Sold"), TRUE}, {"usual", _ ("Usual"), TRUE},
      {"set_aside", _ ("Left out"), FALSE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < card->findings->len; i++) {
    const GrDemandFinding *finding = &g_array_index (card->findings, GrDemandFinding, i);

    gr_table_date (table, finding->mark.starts_on);
    gr_table_date (table, finding->mark.ends_before - 1);
    gr_table_text (table, finding->mark.kind == GR_MARK_STOCK_OUT ? _ ("out of stock") : _ ("unusual"));
    gr_table_real (table, finding->sold, 1);
    gr_table_real (table, finding->usual, 1);
    gr_table_flag (table, finding->mark.is_set_aside, _ ("left out"));
  }
  gr_answer_list (cli->answer, "findings", table, NULL);
}

/* A table for people; programs get it as text. */
static void
tell_explanation (GrCli *cli, const GrForecastCard *card)
{
  const GrColumn columns[] = {
      {"label", _ ("Figure"), FALSE}, {"value", _ ("Value"), TRUE}, {"formula", _ ("Calculation"), FALSE}};
  g_autofree char *text = gr_explanation_lines_text (card->lines);
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < card->lines->len; i++)
    gr_table_explanation (table, card->lines->pdata[i]);
  gr_answer_list (cli->answer, "figures", table, NULL);
  gr_answer_text (cli->answer, "explanation", NULL, text);
  if (card->choice.history_from != GR_DATE_NONE)
    gr_answer_date (cli->answer, "history_from", _ ("Sales history from"), card->choice.history_from);
  if (card->findings->len > 0)
    list_findings (cli, card);
}

static gboolean
tell_card (GrCli *cli, gint64 id, GrGrain grain, GError **error)
{
  g_autoptr (GError) lack = NULL;
  g_autoptr (GrForecastCard) card = gr_shop_forecast_card (cli->shop, id, grain, &lack);

  /* Without a forecast its past can still be listed, but not explained. */
  if (card == NULL && !cli->options.explain && g_error_matches (lack, GR_ERROR, GR_ERROR_NOT_FOUND))
    return TRUE;
  if (card == NULL) {
    g_propagate_error (error, g_steal_pointer (&lack));
    return FALSE;
  }
  gr_answer_text (cli->answer, "method", _ ("Method"), card->method);
  gr_answer_text (cli->answer, "why", _ ("Why"), card->why);
  gr_answer_text (cli->answer, "record", _ ("Record"), card->record);
  gr_answer_text (cli->answer, "warning", _ ("Warning"), card->warning);
  if (cli->options.explain)
    tell_explanation (cli, card);
  return TRUE;
}

static gboolean
run_forecast (GrCli *cli, GError **error)
{
  GrGrain grain = cli->options.by_week ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
  g_autoptr (GrItemSeries) series = NULL;
  gint64 id = 0;

  if (cli->options.explain && cli->options.item == NULL) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("name the item: --item CODE"));
    return FALSE;
  }
  if (cli->options.item != NULL) {
    id = gr_cli_item (cli, cli->options.item, error);
    series = id != 0 ? gr_shop_item_series (cli->shop, id, grain, error) : NULL;
  } else {
    series = gr_shop_family_series (cli->shop, NULL, grain, error);
  }
  if (series == NULL)
    return FALSE;
  gr_answer_text (cli->answer, "title", _ ("Forecast of"), series->title);
  if (id != 0 && !tell_card (cli, id, grain, error))
    return FALSE;
  list_series (cli, series);
  return TRUE;
}

/* What the line names takes the place of what was chosen before. */
static gboolean
read_choice (const GrCli *cli, GrForecastChoice *choice, GError **error)
{
  if (cli->options.method != NULL && !gr_cli_method (cli, &choice->method, error))
    return FALSE;
  if (cli->options.since == NULL)
    return TRUE;
  if (g_str_equal (cli->options.since, "all")) {
    choice->history_from = GR_DATE_NONE;
    return TRUE;
  }
  return gr_date_parse (cli->options.since, &choice->history_from, error);
}

static gboolean
read_predecessor (GrCli *cli, GrPredecessorChoice *choice, GError **error)
{
  if (cli->options.predecessor == NULL && cli->options.share == 0)
    return TRUE;
  choice->share_percent = cli->options.share;
  if (cli->options.predecessor == NULL) {
    if (choice->item_id == 0)
      g_set_error_literal (
          error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("name the item it is a share of: --predecessor CODE"));
    return choice->item_id != 0;
  }
  if (g_str_equal (cli->options.predecessor, "none")) {
    choice->item_id = 0;
    return TRUE;
  }
  choice->item_id = gr_cli_item (cli, cli->options.predecessor, error);
  return choice->item_id != 0;
}

static gboolean
set_predecessor (GrCli *cli, gint64 id, GError **error)
{
  g_auto (GrPredecessorChoice) choice = {0};
  g_auto (GrPredecessorChoice) set = {0};

  if (!gr_shop_predecessor (cli->shop, id, &choice, error) || !read_predecessor (cli, &choice, error) ||
      !gr_shop_set_predecessor (cli->shop, id, &choice, error) || !gr_shop_predecessor (cli->shop, id, &set, error))
    return FALSE;
  if (set.item_id == 0)
    return TRUE;
  gr_answer_text (cli->answer, "predecessor", _ ("Predecessor"), set.code);
  if (set.share_percent > 0)
    gr_answer_number (cli->answer, "share", _ ("Share in %"), set.share_percent, 0);
  return TRUE;
}

static gboolean
check_set (const GrCli *cli, GError **error)
{
  const GrCliOptions *options = &cli->options;

  if (options->method != NULL || options->since != NULL || options->predecessor != NULL || options->share != 0)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
      _ ("give what to set: --method NAME, --since DATE or --predecessor CODE"));
  return FALSE;
}

static void
tell_choice (GrCli *cli, const GrForecastChoice *choice)
{
  gr_answer_text (cli->answer, "item", _ ("Item"), cli->args[0]);
  gr_answer_text (cli->answer, "method", _ ("Method"), gr_forecast_method_id (choice->method));
  if (choice->history_from != GR_DATE_NONE)
    gr_answer_date (cli->answer, "history_from", _ ("Sales history from"), choice->history_from);
}

static gboolean
run_set (GrCli *cli, GError **error)
{
  gint64 id = gr_cli_item (cli, cli->args[0], error);
  GrForecastChoice choice;

  if (id == 0 || !check_set (cli, error) || !gr_shop_forecast_choice (cli->shop, id, &choice, error) ||
      !read_choice (cli, &choice, error) || !gr_shop_set_forecast_choice (cli->shop, &choice, error))
    return FALSE;
  tell_choice (cli, &choice);
  return set_predecessor (cli, id, error);
}

static gboolean
run_mark (GrCli *cli, GError **error)
{
  gboolean is_set_aside = g_str_equal (cli->args[2], "aside");
  gint64 id = gr_cli_item (cli, cli->args[0], error);
  g_autofree char *sentence = NULL;
  GrDate day;

  if (id == 0 || !gr_date_parse (cli->args[1], &day, error))
    return FALSE;
  if (!is_set_aside && !g_str_equal (cli->args[2], "keep")) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” must be keep or aside"), cli->args[2]);
    return FALSE;
  }
  if (!gr_shop_decide_day (cli->shop, id, day, is_set_aside, error))
    return FALSE;
  sentence =
      g_strdup_printf (is_set_aside ? _ ("%s: sales around %s are left out") : _ ("%s: sales around %s are counted"),
          cli->args[0], cli->args[1]);
  gr_answer_say (cli->answer, "sentence", sentence);
  return TRUE;
}

/* Those of two words before the one of one. */
const GrCommand gr_forecast_commands[] = {
    {"forecast", "set", "ITEM", N_ ("Set how an item is forecast"), GR_TAKES_CHOICE, 1, 1, TRUE, run_set},
    {"forecast", "mark", "ITEM DATE keep|aside", N_ ("Count or leave out sales around a day"), 0, 3, 3, TRUE, run_mark},
    {"forecast", NULL, "", N_ ("Show sales, forecast and stock by month"),
        GR_TAKES_ITEM | GR_TAKES_GRAIN | GR_TAKES_EXPLAIN, 0, 0, TRUE, run_forecast},
    {NULL},
};
