#include "command.h"

#include "shop/purchasing/accept-suggestions.h"
#include "shop/catalogue/item-card.h"
#include "shop/forecasting/read-series.h"
#include "shop/planning/plan-view.h"
#include "shop/planning/run-plan.h"
#include "shop/catalogue/supplier-view.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>

static gboolean
run_plan (GrCli *cli, GError **error)
{
  int digits = gr_shop_currency_digits (cli->shop);
  GrPlanOutcome outcome = {0};

  if (!gr_shop_run_plan (cli->shop, &outcome, &cli->progress, error))
    return FALSE;
  gr_answer_say (cli->answer, "sentence", outcome.sentence);
  gr_answer_number (cli->answer, "items", NULL, outcome.n_items, 0);
  gr_answer_number (cli->answer, "forecasts", NULL, outcome.n_forecasts, 0);
  gr_answer_number (cli->answer, "suggestions", NULL, outcome.n_suggestions, 0);
  gr_answer_number (cli->answer, "suggested_value", NULL, outcome.suggested_value, digits);
  gr_answer_number (cli->answer, "money_at_risk", NULL, outcome.money_at_risk, digits);
  gr_plan_outcome_clear (&outcome);
  return TRUE;
}

static gboolean
run_suggestions (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"supplier", _ ("Supplier"), FALSE}, {"code", _ ("Item"), FALSE},
      {"description", _ ("Description"), FALSE}, {"qty", _ ("Quantity"), TRUE}, {"value", _ ("Value"), TRUE},
      {"order_on", _ ("Order on"), FALSE}, {"arrive_on", _ ("Arrives"), FALSE}, {"is_late", "", FALSE}};
  int digits = gr_shop_currency_digits (cli->shop);
  GrDate until = gr_shop_today (cli->shop) + (cli->options.all ? 3650 : 0);
  gint64 supplier = 0;
  g_autoptr (GPtrArray) rows = NULL;
  GrTable *table;

  if (cli->options.supplier != NULL) {
    supplier = gr_shop_find_supplier (cli->shop, cli->options.supplier, error);
    if (supplier == 0)
      return FALSE;
  }
  rows = gr_shop_suggestions (cli->shop, supplier, until, error);
  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrSuggestion *row = rows->pdata[i];

    gr_table_text (table, row->supplier_name);
    gr_table_text (table, row->item_code);
    gr_table_text (table, row->item_description);
    gr_table_number (table, row->qty, GR_QTY_DIGITS, 0);
    gr_table_number (table, row->value, digits, digits);
    gr_table_date (table, row->order_on);
    gr_table_date (table, row->arrive_on);
    gr_table_flag (table, row->is_late, _ ("uses safety stock"));
  }
  gr_answer_list (cli->answer, "suggestions", table, _ ("Nothing to order"));
  return TRUE;
}

static gboolean
run_explain (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {
      {"label", _ ("Figure"), FALSE}, {"value", _ ("Value"), TRUE}, {"formula", _ ("Calculation"), FALSE}};
  gint64 id = gr_cli_item (cli, cli->args[0], error);
  g_autoptr (GrItemCard) card = id != 0 ? gr_shop_item_card (cli->shop, id, error) : NULL;
  GrTable *table;

  if (card == NULL)
    return FALSE;
  if (card->explanation == NULL) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s has not been planned yet; run: granary-cli plan"), card->item->code);
    return FALSE;
  }
  gr_answer_text (cli->answer, "item", NULL, card->item->code);
  gr_answer_say (cli->answer, "sentence", card->explanation->sentence);
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < card->explanation->lines->len; i++)
    gr_table_explanation (table, card->explanation->lines->pdata[i]);
  gr_answer_list (cli->answer, "lines", table, NULL);
  return TRUE;
}

static gboolean
run_accept (GrCli *cli, GError **error)
{
  GrSuggestionChoice choice = {0};
  GrAcceptOutcome outcome = {0};
  gint64 item = 0;

  if ((cli->options.supplier != NULL) + (cli->options.all != FALSE) + (cli->options.item != NULL) != 1) {
    g_set_error_literal (
        error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("give what to accept: --supplier, --item or --all"));
    return FALSE;
  }
  if (cli->options.supplier != NULL) {
    choice.supplier_id = gr_shop_find_supplier (cli->shop, cli->options.supplier, error);
    if (choice.supplier_id == 0)
      return FALSE;
  }
  if (cli->options.item != NULL) {
    item = gr_cli_item (cli, cli->options.item, error);
    if (item == 0)
      return FALSE;
    choice.item_ids = &item;
    choice.n_items = 1;
  }
  if (!gr_shop_accept_suggestions (cli->shop, &choice, &outcome, error))
    return FALSE;
  gr_answer_say (cli->answer, "sentence", outcome.sentence);
  gr_answer_number (cli->answer, "orders", NULL, outcome.n_orders, 0);
  gr_answer_number (cli->answer, "lines", NULL, outcome.n_lines, 0);
  gr_answer_number (cli->answer, "value", NULL, outcome.value, gr_shop_currency_digits (cli->shop));
  gr_accept_outcome_clear (&outcome);
  return TRUE;
}

const GrCommand gr_plan_commands[] = {
    {"plan", NULL, "", N_ ("Forecast every item and plan what to order"), 0, 0, 0, TRUE, run_plan},
    {"explain", NULL, "ITEM", N_ ("Explain the plan of an item"), 0, 1, 1, TRUE, run_explain},
    {"suggestions", NULL, "", N_ ("List what to order today; with --all, later too"), GR_TAKES_SUPPLIER | GR_TAKES_ALL,
        0, 0, TRUE, run_suggestions},
    {"accept", NULL, "", N_ ("Add suggestions to draft orders"), GR_TAKES_SUPPLIER | GR_TAKES_ALL | GR_TAKES_ITEM, 0, 0,
        TRUE, run_accept},
    {NULL},
};
