#include "command.h"

#include "shop/purchasing/order-view.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/stock-view.h"
#include "shop/catalogue/supplier-view.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <string.h>

#define ORDER_ROWS 1000

static void
add_order_row (GrTable *table, const GrPurchaseOrder *order, int digits)
{
  gr_table_text (table, order->number);
  gr_table_text (table, order->supplier_name);
  gr_table_word (table, gr_order_state_id (order->state), gr_order_state_title (order->state));
  gr_table_flag (table, order->is_on_hold, _ ("on hold"));
  gr_table_date (table, order->created_on);
  gr_table_date (table, order->expected_on);
  gr_table_number (table, order->n_lines, 0, 0);
  gr_table_number (table, order->value, digits, digits);
  gr_table_number (table, order->open_value, digits, digits);
}

/* A table keeps to the columns of the function that fills it. */
#define ORDER_COLUMNS                                                                                                  \
  {                                                                                                                    \
    {"number", _ ("Order"), FALSE}, {"supplier", _ ("Supplier"), FALSE}, {"state", _ ("Status"), FALSE},               \
        {"is_on_hold", "", FALSE}, {"created_on", _ ("Created"), FALSE}, {"expected_on", _ ("Expected"), FALSE},       \
        {"lines", _ ("Lines"), TRUE}, {"value", _ ("Value"), TRUE}, {"open_value", _ ("Outstanding"), TRUE},           \
  }

static gboolean
run_orders (GrCli *cli, GError **error)
{
  const GrColumn columns[] = ORDER_COLUMNS;
  int digits = gr_shop_currency_digits (cli->shop);
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  g_autoptr (GPtrArray) rows = NULL;
  GrTable *table;

  filter.search = cli->options.search;
  filter.only_open = !cli->options.all;
  rows = gr_shop_orders (cli->shop, &filter, cli->options.limit > 0 ? cli->options.limit : ORDER_ROWS, error);
  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    add_order_row (table, rows->pdata[i], digits);
  gr_answer_list (cli->answer, "orders", table, _ ("No orders"));
  return TRUE;
}

static void
list_lines (GrCli *cli, const GPtrArray *lines)
{
  const GrColumn columns[] = {{"item", _ ("Item"), FALSE}, {"description", _ ("Description"), FALSE},
      {"ordered", _ ("Ordered"), TRUE}, {"received", _ ("Received"), TRUE}, {"cancelled", _ ("Cancelled"), TRUE},
      {"unit_price", _ ("Purchase price"), TRUE}};
  GrTable *table = gr_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->len; i++) {
    const GrPurchaseOrderLine *line = lines->pdata[i];

    gr_table_text (table, line->item_code);
    gr_table_text (table, line->item_description);
    gr_table_number (table, line->ordered_qty, GR_QTY_DIGITS, 0);
    gr_table_number (table, line->received_qty, GR_QTY_DIGITS, 0);
    gr_table_number (table, line->cancelled_qty, GR_QTY_DIGITS, 0);
    gr_table_number (table, line->unit_price, GR_PRICE_DIGITS, 2);
  }
  gr_answer_list (cli->answer, "lines", table, _ ("No lines"));
}

/* What an order command ends with: the order as it is now. */
static gboolean
tell_order (GrCli *cli, gint64 id, gboolean with_lines, GError **error)
{
  int digits = gr_shop_currency_digits (cli->shop);
  g_autoptr (GrPurchaseOrder) order = gr_shop_order (cli->shop, id, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (order == NULL)
    return FALSE;
  gr_answer_text (cli->answer, "number", _ ("Order"), order->number);
  gr_answer_text (cli->answer, "supplier", _ ("Supplier"), order->supplier_name);
  gr_answer_word (
      cli->answer, "state", _ ("Status"), gr_order_state_id (order->state), gr_order_state_title (order->state));
  gr_answer_date (cli->answer, "expected_on", _ ("Expected"), order->expected_on);
  gr_answer_money (cli->answer, "value", _ ("Value"), order->value, digits);
  if (!with_lines)
    return TRUE;
  lines = gr_shop_order_lines (cli->shop, id, error);
  if (lines == NULL)
    return FALSE;
  list_lines (cli, lines);
  return TRUE;
}

static gint64
find_order (GrCli *cli, const char *number, GError **error)
{
  g_autoptr (GrPurchaseOrder) order = gr_shop_order_by_number (cli->shop, number, error);

  return order != NULL ? order->id : 0;
}

static gboolean
run_new (GrCli *cli, GError **error)
{
  gint64 supplier = gr_shop_find_supplier (cli->shop, cli->args[0], error);
  gint64 order = supplier != 0 ? gr_shop_new_order (cli->shop, supplier, error) : 0;

  return order != 0 && tell_order (cli, order, FALSE, error);
}

static gboolean
run_show (GrCli *cli, GError **error)
{
  gint64 order = find_order (cli, cli->args[0], error);

  return order != 0 && tell_order (cli, order, TRUE, error);
}

static gboolean
read_price (GrCli *cli, GrPrice *price, GError **error)
{
  if (gr_decimal_parse (cli->options.price, '.', GR_PRICE_DIGITS, price, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a price"), cli->options.price);
  return FALSE;
}

static gboolean
run_add (GrCli *cli, GError **error)
{
  gint64 order = find_order (cli, cli->args[0], error);
  gint64 item = order != 0 ? gr_cli_item (cli, cli->args[1], error) : 0;
  GrPrice price;
  GrQty qty;

  if (item == 0 || !gr_cli_quantity (cli->args[2], &qty, error) ||
      (cli->options.price != NULL && !read_price (cli, &price, error)))
    return FALSE;
  return gr_shop_set_order_line (cli->shop, order, item, qty, cli->options.price != NULL ? &price : NULL, error) &&
         tell_order (cli, order, TRUE, error);
}

typedef gboolean (*OrderDeed) (GrShop *shop, const GrOrderSet *orders, GError **error);

/* Of one order what is known of it, of several a row each. */
static gboolean
tell_orders (GrCli *cli, const GrOrderSet *orders, GError **error)
{
  const GrColumn columns[] = ORDER_COLUMNS;
  GrTable *table;

  if (orders->n == 1)
    return tell_order (cli, orders->ids[0], FALSE, error);
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < orders->n; i++) {
    g_autoptr (GrPurchaseOrder) order = gr_shop_order (cli->shop, orders->ids[i], error);

    if (order == NULL) {
      gr_table_free (table);
      return FALSE;
    }
    add_order_row (table, order, gr_shop_currency_digits (cli->shop));
  }
  gr_answer_list (cli->answer, "orders", table, NULL);
  return TRUE;
}

/* The ids of the orders that the line names. */
static gint64 *
find_orders (GrCli *cli, GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, (gsize) cli->n_args + 1);

  for (int i = 0; i < cli->n_args; i++) {
    ids[i] = find_order (cli, cli->args[i], error);
    if (ids[i] == 0)
      return NULL;
  }
  return g_steal_pointer (&ids);
}

/* One deed on all the orders that the line names, or on none. */
static gboolean
do_all (GrCli *cli, OrderDeed deed, GError **error)
{
  g_autofree gint64 *ids = find_orders (cli, error);
  GrOrderSet orders = {ids, (gsize) cli->n_args};

  return ids != NULL && deed (cli->shop, &orders, error) && tell_orders (cli, &orders, error);
}

static gboolean
run_approve (GrCli *cli, GError **error)
{
  return do_all (cli, gr_shop_approve_orders, error);
}

static gboolean
run_reopen (GrCli *cli, GError **error)
{
  return do_all (cli, gr_shop_reopen_orders, error);
}

static gboolean
run_send (GrCli *cli, GError **error)
{
  return do_all (cli, gr_shop_send_orders, error);
}

static gboolean
run_close (GrCli *cli, GError **error)
{
  return do_all (cli, gr_shop_close_orders, error);
}

static gboolean
run_cancel (GrCli *cli, GError **error)
{
  return do_all (cli, gr_shop_cancel_orders, error);
}

static gboolean
hold (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  return gr_shop_hold_orders (shop, orders, TRUE, error);
}

static gboolean
release (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  return gr_shop_hold_orders (shop, orders, FALSE, error);
}

static gboolean
run_hold (GrCli *cli, GError **error)
{
  return do_all (cli, hold, error);
}

static gboolean
run_release (GrCli *cli, GError **error)
{
  return do_all (cli, release, error);
}

/* "22041=12": so many of an item of the order. */
static gboolean
read_receipt (const GPtrArray *lines, const char *text, GrReceiptLine *receipt, GError **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *code = NULL;

  if (sign == NULL) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” must have the form ITEM=QUANTITY"), text);
    return FALSE;
  }
  code = g_strndup (text, (gsize) (sign - text));
  if (!gr_cli_quantity (sign + 1, &receipt->qty, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const GrPurchaseOrderLine *line = lines->pdata[i];

    receipt->line_id = line->id;
    if (g_str_equal (line->item_code, code))
      return TRUE;
  }
  g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("%s is not on this order"), code);
  return FALSE;
}

static gboolean
receive_some (GrCli *cli, gint64 order, gint64 location, GError **error)
{
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (cli->shop, order, error);
  gsize n = (gsize) cli->n_args - 1;
  g_autofree GrReceiptLine *receipts = g_new0 (GrReceiptLine, n);

  if (lines == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!read_receipt (lines, cli->args[i + 1], &receipts[i], error))
      return FALSE;
  return gr_shop_receive_order (cli->shop, order, location, receipts, n, cli->options.accept_more, error);
}

/* @location: (out): 0 where none is named: each item's usual place */
static gboolean
find_location (GrCli *cli, gint64 *location, GError **error)
{
  *location = 0;
  if (cli->options.location != NULL)
    *location = gr_shop_find_location (cli->shop, cli->options.location, error);
  return cli->options.location == NULL || *location != 0;
}

/* Orders on hold are left out: somebody stopped them. */
static GArray *
find_due (GrCli *cli, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  g_autoptr (GPtrArray) due = NULL;

  filter.late_on = gr_shop_today (cli->shop) + 1;
  due = gr_shop_orders (cli->shop, &filter, G_MAXINT, error);
  for (guint i = 0; due != NULL && i < due->len; i++) {
    const GrPurchaseOrder *order = due->pdata[i];

    if (!order->is_on_hold)
      g_array_append_val (ids, order->id);
  }
  return due != NULL ? g_steal_pointer (&ids) : NULL;
}

static gboolean
receive_due (GrCli *cli, gint64 location, GError **error)
{
  g_autoptr (GArray) ids = find_due (cli, error);
  GrOrderSet orders;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0) {
    gr_answer_say (cli->answer, "sentence", _ ("Nothing was due by today."));
    return TRUE;
  }
  orders = (GrOrderSet){(const gint64 *) (gconstpointer) ids->data, ids->len};
  return gr_shop_receive_orders (cli->shop, &orders, location, error) && tell_orders (cli, &orders, error);
}

static gboolean
receive_whole (GrCli *cli, gint64 location, GError **error)
{
  g_autofree gint64 *ids = find_orders (cli, error);
  GrOrderSet orders = {ids, (gsize) cli->n_args};

  return ids != NULL && gr_shop_receive_orders (cli->shop, &orders, location, error) &&
         tell_orders (cli, &orders, error);
}

static int
count_receipts (const GrCli *cli)
{
  int n = 0;

  for (int i = 1; i < cli->n_args; i++)
    n += strchr (cli->args[i], '=') != NULL;
  return n;
}

/* One order with what came of it, or several of which all came. */
static gboolean
check_receive (const GrCli *cli, int n_receipts, GError **error)
{
  if (cli->options.all_due ? cli->n_args > 0 : cli->n_args == 0 || (n_receipts > 0 && n_receipts < cli->n_args - 1)) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
        _ ("Give one or more orders (all received), or one order with ITEM=QUANTITY, or --all-due."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
run_receive (GrCli *cli, GError **error)
{
  int n_receipts = count_receipts (cli);
  gint64 location, order;

  if (!check_receive (cli, n_receipts, error) || !find_location (cli, &location, error))
    return FALSE;
  if (cli->options.all_due)
    return receive_due (cli, location, error);
  if (n_receipts == 0)
    return receive_whole (cli, location, error);
  order = find_order (cli, cli->args[0], error);
  return order != 0 && receive_some (cli, order, location, error) && tell_order (cli, order, FALSE, error);
}

const GrCommand gr_order_commands[] = {
    {"orders", NULL, "", N_ ("List open orders; with --all, every order"),
        GR_TAKES_ALL | GR_TAKES_SEARCH | GR_TAKES_LIMIT, 0, 0, TRUE, run_orders},
    {"order", "show", "ORDER", N_ ("Show an order and its lines"), 0, 1, 1, TRUE, run_show},
    {"order", "new", "SUPPLIER", N_ ("Create a draft order"), 0, 1, 1, TRUE, run_new},
    {"order", "add", "ORDER ITEM QUANTITY", N_ ("Add or change a line of a draft; quantity 0 removes it"),
        GR_TAKES_PRICE, 3, 3, TRUE, run_add},
    {"order", "approve", "ORDER...", N_ ("Approve drafts"), 0, 1, -1, TRUE, run_approve},
    {"order", "reopen", "ORDER...", N_ ("Turn approved orders back into drafts"), 0, 1, -1, TRUE, run_reopen},
    {"order", "send", "ORDER...", N_ ("Record that approved orders were sent"), 0, 1, -1, TRUE, run_send},
    {"order", "hold", "ORDER...", N_ ("Put orders on hold"), 0, 1, -1, TRUE, run_hold},
    {"order", "release", "ORDER...", N_ ("Resume orders"), 0, 1, -1, TRUE, run_release},
    {"order", "receive", "ORDER... | ORDER ITEM=QUANTITY...", N_ ("Receive goods: whole orders, or part of one order"),
        GR_TAKES_LOCATION | GR_TAKES_MORE | GR_TAKES_DUE, 0, -1, TRUE, run_receive},
    {"order", "close", "ORDER...", N_ ("Close orders, cancelling what was not received"), 0, 1, -1, TRUE, run_close},
    {"order", "cancel", "ORDER...", N_ ("Cancel orders of which nothing was received"), 0, 1, -1, TRUE, run_cancel},
    {NULL},
};
