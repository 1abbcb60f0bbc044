#include "command.h"

#include "shop/stock/adjust-stock.h"
#include "shop/catalogue/item-card.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

#define LEDGER_ROWS 50

static void
add_stock_row (GrTable *table, const GrStockRow *row, int digits)
{
  gr_table_text (table, row->code);
  gr_table_text (table, row->description);
  gr_table_number (table, row->on_hand, GR_QTY_DIGITS, 0);
  gr_table_number (table, row->on_order, GR_QTY_DIGITS, 0);
  gr_table_number (table, row->projected, GR_QTY_DIGITS, 0);
  gr_table_real (table, row->days_of_supply, 0);
  gr_table_number (table, row->value, digits, digits);
  gr_table_word (
      table, gr_stock_state_id (row->health, row->on_hand), gr_stock_state_title (row->health, row->on_hand));
}

static gboolean
list_stock (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"code", _ ("Item"), FALSE}, {"description", _ ("Description"), FALSE},
      {"on_hand", _ ("On hand"), TRUE}, {"on_order", _ ("On order"), TRUE},
      {"projected", _ ("On hand + on order"), TRUE}, {"days_of_supply", _ ("Days"), TRUE}, {"value", _ ("Value"), TRUE},
      {"health", _ ("Stock status"), FALSE}};
  int digits = gr_shop_currency_digits (cli->shop);
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GrTable *table;

  filter.search = cli->options.search;
  ids = gr_shop_stock_ids (cli->shop, &filter, error);
  rows = ids != NULL ? gr_shop_stock_rows (cli->shop, (const gint64 *) (gconstpointer) ids->data, ids->len, 0, error)
                     : NULL;
  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    if (((const GrStockRow *) rows->pdata[i])->is_stocked)
      add_stock_row (table, rows->pdata[i], digits);
  gr_answer_list (cli->answer, "stock", table, _ ("No items"));
  return TRUE;
}

static void
tell_balances (GrCli *cli, const GrItemCard *card)
{
  const GrColumn columns[] = {{"location", _ ("Location"), FALSE}, {"on_hand", _ ("On hand"), TRUE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < card->balances->len; i++) {
    const GrBalance *balance = card->balances->pdata[i];

    gr_table_text (table, balance->location_name);
    gr_table_number (table, balance->qty, GR_QTY_DIGITS, 0);
  }
  gr_answer_list (cli->answer, "locations", table, NULL);
}

static gboolean
tell_ledger (GrCli *cli, gint64 item_id, GError **error)
{
  const GrColumn columns[] = {{"date", _ ("Date"), FALSE}, {"kind", _ ("Type"), FALSE}, {"change", _ ("Change"), TRUE},
      {"balance", _ ("Stock"), TRUE}, {"reason", _ ("Reason"), FALSE}, {"deed", _ ("Change made"), FALSE}};
  GrLedgerCursor cursor = {0};
  int limit = cli->options.limit > 0 ? cli->options.limit : LEDGER_ROWS;
  g_autoptr (GPtrArray) rows = gr_shop_ledger (cli->shop, item_id, &cursor, limit, error);
  GrTable *table;

  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrLedgerRow *row = rows->pdata[i];

    gr_table_date (table, row->moved_on);
    gr_table_word (table, gr_move_kind_id (row->kind), gr_move_kind_title (row->kind));
    gr_table_number (table, row->change, GR_QTY_DIGITS, 0);
    gr_table_number (table, row->balance, GR_QTY_DIGITS, 0);
    gr_table_text (table, row->order_number != NULL ? row->order_number : row->reason);
    gr_table_text (table, row->deed_title);
  }
  gr_answer_list (cli->answer, "ledger", table, _ ("No stock changes"));
  return TRUE;
}

static gboolean
show_item (GrCli *cli, GError **error)
{
  gint64 id = gr_cli_item (cli, cli->options.item, error);
  g_autoptr (GrItemCard) card = id != 0 ? gr_shop_item_card (cli->shop, id, error) : NULL;
  GrAnswer *answer = cli->answer;

  if (card == NULL)
    return FALSE;
  gr_answer_text (answer, "code", _ ("Item"), card->item->code);
  gr_answer_text (answer, "description", _ ("Description"), card->item->description);
  gr_answer_number (answer, "on_hand", _ ("On hand"), card->on_hand, GR_QTY_DIGITS);
  gr_answer_number (answer, "on_order", _ ("On order"), card->on_order, GR_QTY_DIGITS);
  gr_answer_money (answer, "value", _ ("Value"), card->value, gr_shop_currency_digits (cli->shop));
  if (card->plan != NULL)
    gr_answer_word (answer, "health", _ ("Stock status"), gr_stock_state_id (card->plan->health, card->on_hand),
        gr_stock_state_title (card->plan->health, card->on_hand));
  tell_balances (cli, card);
  return tell_ledger (cli, id, error);
}

static gboolean
run_stock (GrCli *cli, GError **error)
{
  return cli->options.item != NULL ? show_item (cli, error) : list_stock (cli, error);
}

static gboolean
run_adjust (GrCli *cli, GError **error)
{
  gint64 id = gr_cli_item (cli, cli->args[0], error), location = 0;
  g_autofree char *sentence = NULL;
  GrQty counted;

  if (id == 0 || !gr_cli_quantity (cli->args[1], &counted, error))
    return FALSE;
  if (cli->options.location != NULL)
    location = gr_shop_find_location (cli->shop, cli->options.location, error);
  if ((location == 0 && cli->options.location != NULL) ||
      !gr_shop_adjust_stock (cli->shop, id, location, counted, cli->options.reason, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("%s: %s on hand"), cli->args[0], cli->args[1]);
  gr_answer_say (cli->answer, "sentence", sentence);
  return TRUE;
}

const GrCommand gr_stock_commands[] = {
    {"stock", NULL, "", N_ ("List the stock; with --item, its stock history"),
        GR_TAKES_ITEM | GR_TAKES_SEARCH | GR_TAKES_LIMIT, 0, 0, TRUE, run_stock},
    {"adjust", NULL, "ITEM QUANTITY", N_ ("Set an item’s stock to the quantity counted"),
        GR_TAKES_LOCATION | GR_TAKES_REASON, 2, 2, TRUE, run_adjust},
    {NULL},
};
