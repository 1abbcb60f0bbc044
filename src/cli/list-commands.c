#include "command.h"

#include "shop/stock/stock-view.h"
#include "shop/purchasing/supplier-reliability.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/planning/today-view.h"

#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <math.h>

#define TODAY_ROWS 20

static GPtrArray *
find_rows (GrCli *cli, const GrStockFilter *filter, GError **error)
{
  g_autoptr (GArray) ids = gr_shop_stock_ids (cli->shop, filter, error);
  guint n;

  if (ids == NULL)
    return NULL;
  n = cli->options.limit > 0 ? MIN (ids->len, (guint) cli->options.limit) : ids->len;
  return gr_shop_stock_rows (cli->shop, (const gint64 *) (gconstpointer) ids->data, n, filter->location_id, error);
}

static gboolean
run_items (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"code", _ ("Item"), FALSE}, {"description", _ ("Description"), FALSE},
      {"family", _ ("Family"), FALSE}, {"unit", _ ("Unit"), FALSE}, {"unit_cost", _ ("Purchase price"), TRUE},
      {"unit_price", _ ("Selling price"), TRUE}, {"status", _ ("Status"), FALSE}, {"stocked", "", FALSE}};
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GPtrArray) rows = NULL;
  GrTable *table;

  filter.search = cli->options.search;
  rows = find_rows (cli, &filter, error);
  if (rows == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrStockRow *row = rows->pdata[i];

    gr_table_text (table, row->code);
    gr_table_text (table, row->description);
    gr_table_text (table, row->family);
    gr_table_text (table, row->unit);
    gr_table_number (table, row->unit_cost, GR_PRICE_DIGITS, 2);
    gr_table_number (table, row->unit_price, GR_PRICE_DIGITS, 2);
    gr_table_word (table, gr_item_status_id (row->status), gr_item_status_title (row->status));
    gr_table_word (table, row->is_stocked ? "stocked" : "not stocked", row->is_stocked ? "" : _ ("stock not kept"));
  }
  gr_answer_list (cli->answer, "items", table, _ ("No items"));
  return TRUE;
}

/* Nothing is known of who was never ordered from. */
static void
add_record (GrTable *table, const GrSupplierRecord *known)
{
  static const GrSupplierRecord none = {.lead_time_days = NAN, .lead_time_sd_days = NAN};
  const GrSupplierRecord *record = known != NULL ? known : &none;

  gr_table_real (table, gr_supplier_record_on_time (record) * 100, 0);
  gr_table_number (table, record->n_due, 0, 0);
  gr_table_real (table, record->lead_time_days, 1);
  gr_table_real (table, record->lead_time_sd_days, 1);
  gr_table_number (table, record->n_deliveries, 0, 0);
}

static gboolean
run_suppliers (GrCli *cli, GError **error)
{
  const GrColumn columns[] = {{"name", _ ("Supplier"), FALSE}, {"lead_time_days", _ ("Days"), TRUE},
      {"items", _ ("Items"), TRUE}, {"open_orders", _ ("Open orders"), TRUE}, {"open_value", _ ("On order"), TRUE},
      {"suggestions", _ ("To order"), TRUE}, {"suggested_value", _ ("Value"), TRUE},
      {"on_time_percent", _ ("On time, %"), TRUE}, {"lines_due", _ ("Lines due"), TRUE},
      {"found_lead_time_days", _ ("Measured days"), TRUE}, {"found_deviation_days", _ ("±"), TRUE},
      {"deliveries", _ ("Deliveries"), TRUE}};
  g_autoptr (GPtrArray) rows = gr_shop_suppliers (cli->shop, cli->options.search, error);
  g_autoptr (GHashTable) records = rows != NULL ? gr_shop_supplier_records (cli->shop, 0, error) : NULL;
  int digits = gr_shop_currency_digits (cli->shop);
  GrTable *table;

  if (records == NULL)
    return FALSE;
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrSupplierRow *row = rows->pdata[i];

    gr_table_text (table, row->name);
    gr_table_number (table, row->lead_time_days, 0, 0);
    gr_table_number (table, row->n_items, 0, 0);
    gr_table_number (table, row->n_open_orders, 0, 0);
    gr_table_number (table, row->open_value, digits, digits);
    gr_table_number (table, row->n_suggestions, 0, 0);
    gr_table_number (table, row->suggested_value, digits, digits);
    add_record (table, g_hash_table_lookup (records, &row->supplier_id));
  }
  gr_answer_list (cli->answer, "suppliers", table, _ ("No suppliers"));
  return TRUE;
}

static gboolean
run_today (GrCli *cli, GError **error)
{
  static const char *const kinds[] = {
      [GR_TODAY_STOCK_OUT] = "stock-out",
      [GR_TODAY_LATE_DELIVERY] = "late-delivery",
      [GR_TODAY_ORDER_TO_PLACE] = "order-to-place",
      [GR_TODAY_DRAFT_TO_SEND] = "draft-to-send",
      [GR_TODAY_NEGATIVE_STOCK] = "negative-stock",
  };
  const GrColumn columns[] = {{"kind", _ ("Type"), FALSE}, {"what", _ ("To do"), FALSE}, {"money", _ ("Value"), TRUE}};
  int digits = gr_shop_currency_digits (cli->shop);
  int limit = cli->options.limit > 0 ? cli->options.limit : TODAY_ROWS;
  g_autoptr (GPtrArray) rows = gr_shop_today_rows (cli->shop, limit, error);
  GrTable *table;

  if (rows == NULL)
    return FALSE;
  if (cli->options.limit > 0 && rows->len > (guint) limit)
    g_ptr_array_set_size (rows, limit);
  table = gr_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const GrTodayRow *row = rows->pdata[i];
    g_autofree char *sentence = gr_today_row_sentence (row, gr_shop_today (cli->shop));

    gr_table_word (table, kinds[row->kind], gr_today_kind_title (row->kind));
    gr_table_text (table, sentence);
    gr_table_number (table, row->money, digits, digits);
  }
  gr_answer_list (cli->answer, "today", table, _ ("Nothing needs doing today."));
  return TRUE;
}

const GrCommand gr_list_commands[] = {
    {"today", NULL, "", N_ ("List what needs doing, most important first"), GR_TAKES_LIMIT, 0, 0, TRUE, run_today},
    {"items", NULL, "", N_ ("List the items"), GR_TAKES_SEARCH | GR_TAKES_LIMIT, 0, 0, TRUE, run_items},
    {"suppliers", NULL, "", N_ ("List the suppliers"), GR_TAKES_SEARCH, 0, 0, TRUE, run_suppliers},
    {NULL},
};
