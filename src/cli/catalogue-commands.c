#include "command.h"

#include "shop/catalogue/add-item.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"

#include "domain/base/decimal.h"

#include <glib/gi18n.h>

/* An option that says a number; without it the number stays as it is. */
static gboolean
read_number (const char *text, int digits, gint64 *number, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (text == NULL || gr_decimal_parse (text, '.', digits, number, &fault))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, fault->message);
  return FALSE;
}

static gboolean
read_days (const char *text, int *days, GError **error)
{
  gint64 number = *days;

  if (!read_number (text, 0, &number, error))
    return FALSE;
  *days = (int) CLAMP (number, G_MININT, G_MAXINT);
  return TRUE;
}

static void
take_text (char **slot, const char *text)
{
  if (text == NULL)
    return;
  g_free (*slot);
  *slot = g_strdup (text);
}

static gboolean
read_item (const GrCli *cli, GrItem *item, GError **error)
{
  const GrCliOptions *options = &cli->options;

  take_text (&item->code, cli->args[0]);
  take_text (&item->description, cli->n_args > 1 ? cli->args[1] : "");
  take_text (&item->family, options->family);
  take_text (&item->unit, options->unit);
  return read_number (options->unit_cost, GR_PRICE_DIGITS, &item->unit_cost, error) &&
         read_number (options->unit_price, GR_PRICE_DIGITS, &item->unit_price, error);
}

static gboolean
run_new_item (GrCli *cli, GError **error)
{
  const GrCliOptions *options = &cli->options;
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GrItemCard) card = NULL;
  GrNewItem new_item = GR_NEW_ITEM (item);
  gint64 id = 0;

  new_item.supplier = options->supplier;
  new_item.barcode = options->barcode;
  if (read_item (cli, item, error) && read_days (options->lead_time, &new_item.lead_time_days, error) &&
      read_number (options->pack, GR_QTY_DIGITS, &new_item.order_multiple, error) &&
      read_number (options->minimum, GR_QTY_DIGITS, &new_item.minimum_order_qty, error) &&
      read_number (options->on_hand, GR_QTY_DIGITS, &new_item.opening_stock, error))
    id = gr_shop_add_item (cli->shop, &new_item, error);
  card = id != 0 ? gr_shop_item_card (cli->shop, id, error) : NULL;
  if (card == NULL)
    return FALSE;
  gr_answer_text (cli->answer, "code", _ ("Item"), card->item->code);
  gr_answer_text (cli->answer, "description", _ ("Description"), card->item->description);
  if (card->terms->len > 0)
    gr_answer_text (
        cli->answer, "supplier", _ ("Supplier"), ((const GrItemTerms *) card->terms->pdata[0])->supplier_name);
  gr_answer_number (cli->answer, "on_hand", _ ("On hand"), card->on_hand, GR_QTY_DIGITS);
  return TRUE;
}

static gboolean
run_new_supplier (GrCli *cli, GError **error)
{
  const GrCliOptions *options = &cli->options;
  g_autoptr (GrSupplier) supplier = gr_supplier_new();

  take_text (&supplier->name, cli->args[0]);
  take_text (&supplier->email, options->email);
  take_text (&supplier->phone, options->phone);
  if (!read_days (options->lead_time, &supplier->lead_time_days, error) ||
      !read_number (options->minimum, gr_shop_currency_digits (cli->shop), &supplier->minimum_order_value, error) ||
      gr_shop_save_supplier (cli->shop, supplier, error) == 0)
    return FALSE;
  gr_answer_text (cli->answer, "name", _ ("Supplier"), supplier->name);
  gr_answer_number (cli->answer, "lead_time_days", _ ("Lead time (days)"), supplier->lead_time_days, 0);
  return TRUE;
}

const GrCommand gr_catalogue_commands[] = {
    {"item", "new", "CODE [DESCRIPTION]", N_ ("Add an item, with its supplier and stock"), GR_TAKES_NEW_ITEM, 1, 2,
        TRUE, run_new_item},
    {"supplier", "new", "NAME", N_ ("Add a supplier"), GR_TAKES_NEW_SUPPLIER, 1, 1, TRUE, run_new_supplier},
    {NULL},
};
