/* Writes the three workbooks from fixed data into a folder, for test-workbooks.py and recalculate.py to read:
 *
 *     write-workbooks FOLDER [SEED]
 *
 * With a seed, thousands of rows of random figures take the place of the few fixed ones. */

#include "exchange/write/order-workbook.h"
#include "exchange/write/sop-workbook.h"
#include "exchange/write/stock-workbook.h"

#include <math.h>
#include <stdlib.h>

#define N_PAST     3
#define N_AHEAD    4
#define N_MONTHS   (N_PAST + N_AHEAD)
#define N_FAMILIES 3
#define NONE       GR_WORKBOOK_NONE

static const GrWorkbookInfo info = {
    .shop_name = "Salt & <Pepper>",
    .currency = "GBP",
    .currency_digits = 2,
    .program_version = "0.1.0",
    .today = 15157,                                     /* 2011-07-02 */
    .created_at = G_GINT64_CONSTANT (1309608000000000), /* 2011-07-02 12:00 */
};

/* Units sold or expected, and received, by month; the third family is out of stock half the time. */
static const int demand[N_FAMILIES][N_MONTHS] = {
    {10, 12, 14, 15, 11, 9, 8}, {200, 180, 210, 190, 205, 195, 200}, {5, 6, 4, 7, 5, 5, 6}};
static const int received[N_FAMILIES][N_MONTHS] = {
    {0, 30, 0, 12, 12, 0, 12}, {200, 200, 200, 190, 190, 210, 180}, {0, 0, 5, 0, 5, 0, 0}};
static const int first_stock[N_FAMILIES] = {20, 300, 3};

/* What a month cannot have, the forecast of a past one and the sales of a coming one, is not to be shown. */
static void
fill_cell (GrSopCell *cell, int family, int month, GrQty stock)
{
  gboolean is_running = month == N_PAST;
  GrQty units = demand[family][month] * GR_QTY_ONE + (family == 1 ? 500 : 0);

  cell->sales = is_running ? 1000 : units;
  cell->forecast = units;
  cell->purchases = received[family][month] * GR_QTY_ONE;
  cell->lost = MAX (0, -stock);
  cell->projected = MAX (0, stock);
  cell->sales_value = is_running ? 299 : demand[family][month] * 299;
  cell->forecast_value = demand[family][month] * 299;
  cell->purchases_value = received[family][month] * 125;
  cell->lost_value = cell->lost / 4;
  cell->projected_value = cell->projected / 8;
  cell->days_of_supply = month == N_MONTHS - 1 ? (double) NAN : (double) cell->projected / 1000.0 * 30.4;
}

static void
add_cell (GrSopCell *total, const GrSopCell *cell)
{
  total->sales += cell->sales;
  total->forecast += cell->forecast;
  total->purchases += cell->purchases;
  total->lost += cell->lost;
  total->projected += cell->projected;
  total->sales_value += cell->sales_value;
  total->forecast_value += cell->forecast_value;
  total->purchases_value += cell->purchases_value;
  total->lost_value += cell->lost_value;
  total->projected_value += cell->projected_value;
  total->days_of_supply = 12.5;
}

static void
fill_months (GrSopGrid *grid)
{
  static const char *const families[N_FAMILIES] = {"Cards", "=Kitchen & \"bath\"", ""};
  GrSopRow *rows[N_FAMILIES], *total;

  for (int family = 0; family < N_FAMILIES; family++)
    rows[family] = gr_sop_grid_add_row (grid, families[family]);
  total = gr_sop_grid_add_row (grid, NULL);
  for (int family = 0; family < N_FAMILIES; family++) {
    GrQty stock = first_stock[family] * GR_QTY_ONE;

    for (int month = 0; month < N_MONTHS; month++) {
      stock += received[family][month] * GR_QTY_ONE;
      stock -= demand[family][month] * GR_QTY_ONE / (month == N_PAST ? 2 : 1); /* half of it is over */
      stock -= family == 1 ? 500 : 0;
      fill_cell (&rows[family]->cells[month], family, month, stock);
      stock = MAX (stock, 0); /* what could not be served is lost */
      add_cell (&total->cells[month], &rows[family]->cells[month]);
    }
  }
}

static GrPrice
random_price (GRand *rand)
{
  return g_rand_int_range (rand, 0, 10) == 0 ? g_rand_int_range (rand, -50000, 0) : g_rand_int_range (rand, 1, 999999);
}

static GrQty
random_qty (GRand *rand)
{
  return g_rand_boolean (rand) ? gr_qty_from_units (g_rand_int_range (rand, 0, 500))
                               : g_rand_int_range (rand, -9999, 99999);
}

static gsize
fill_items (GrSopWorkbookItem **out, GRand *rand)
{
  static const GrSopWorkbookItem fixed[] = {
      {"=1+1", "Salt & <Pepper> \"mill\"", "Kitchen", "pcs", 12000, 24000, 3000, 9000, 31.4, {14000, 11000, 9000},
          12500, 1500, "OK", 24000},
      {"00123", "Café \x01☕ ground", NULL, "kg", 2500, 0, 750, 1250, NAN, {500, 0, NONE}, 39950, 9988, "Excess", 0},
      {"X", "Stock kept at another cost", "Cards", "pcs", 10000, 0, 0, 0, 0, {0, 0, 0}, 10000, 1234, "Out of stock", 0},
      {"NEG", "Sold before it was booked in", "Cards", "pcs", -3000, 0, 0, 0, 0, {0, 0, 0}, 10000, 0,
          "Below zero: count it", 0},
  };
  gsize n = rand != NULL ? 3000 : G_N_ELEMENTS (fixed);
  GrSopWorkbookItem *items = g_new0 (GrSopWorkbookItem, n);

  for (gsize i = 0; i < n; i++) {
    items[i] = fixed[i % G_N_ELEMENTS (fixed)];
    if (rand == NULL)
      continue;
    items[i].on_hand = random_qty (rand);
    items[i].unit_cost = random_price (rand);
    items[i].stock_value = gr_money_for_stock (items[i].on_hand, items[i].unit_cost, info.currency_digits);
  }
  *out = items;
  return n;
}

/* What the purchases do not list comes half on order and half later; of the last month a cent is missing. */
static void
fill_arrivals (
    GrSopWorkbookArrivals *arrivals, const GrSopCell *total, const GrSopWorkbookPurchase *purchases, gsize n_purchases)
{
  for (int i = 0; i < N_AHEAD; i++) {
    GrDate from = gr_grain_add (GR_GRAIN_MONTH, 15065, N_PAST + i), until = gr_grain_add (GR_GRAIN_MONTH, from, 1);
    GrQty qty = total[N_PAST + i].purchases;
    GrMoney value = total[N_PAST + i].purchases_value - (i == N_AHEAD - 1);

    for (gsize p = 0; p < n_purchases; p++)
      if (purchases[p].suggestion.arrive_on >= from && purchases[p].suggestion.arrive_on < until) {
        qty -= purchases[p].suggestion.qty;
        value -= purchases[p].cost_value;
      }
    arrivals[i] = (GrSopWorkbookArrivals){qty / 2, qty - qty / 2, value / 2, value - value / 2};
  }
}

static gboolean
write_sop (const char *folder, GRand *rand, GError **error)
{
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (info.today, N_PAST, N_AHEAD, info.currency_digits);
  static GrSopWorkbookArrivals arrivals[N_AHEAD];
  const GrSopWorkbookPurchase purchases[] = {
      {.suggestion = {.supplier_name = (char *) "Glashütte",
           .item_code = (char *) "00123",
           .item_description = (char *) "Café ground",
           .qty = 25000,
           .unit_price = 39950,
           .value = 9988,
           .order_on = 15157,
           .arrive_on = 15182,
           .is_late = TRUE},
          .unit_cost = 39950,
          .cost_value = 9988,
          .reason = "Late: order today, arrives 27 July"},
      {.suggestion = {.supplier_name = (char *) "Papier",
           .item_code = (char *) "X",
           .item_description = (char *) "Cards",
           .qty = 144000,
           .unit_price = 125,
           .value = 180,
           .order_on = 15160,
           .arrive_on = 15190,
           .is_late = FALSE},
          .unit_cost = 100,
          .cost_value = 144,
          .reason = "Covers 6 weeks; 12 packs of 12"},
  };
  const GrSopWorkbookAssumption assumptions[] = {
      {"Service level", NULL, 0.95, "Share of order cycles without a stock-out"},
      {"Forecast", "chosen by past error", NAN, NULL},
  };
  GrEvent sale = {.name = (char *) "Summer sale",
      .family = (char *) "Cards",
      .starts_on = 15170,
      .ends_before = 15184,
      .lift_percent = 30};
  GrEvent fair = {
      .name = (char *) "=Fair", .starts_on = 15300, .ends_before = 15301, .lift_percent = GR_EVENT_LIFT_UNKNOWN};
  const GrEventRecord sale_record = {&sale, 0.412, 4}, fair_record = {&fair, NAN, 0};
  const GrEventRecord *const events[] = {&sale_record, &fair_record};
  const GrSopWorkbookAccuracy accuracy[] = {
      {"00123", "Café ☕ ground", NULL, "Combination", 12, 40.5, 8.1, 12.15, -2.025},
      {"C1", "New", "Cards", NULL, 0, NAN, NAN, NAN, NAN},
      {"X", "Cards of many", "Cards", "Theta", 18, 100, 30, 25, 4},
      {"=1+1", "Mill", "=Kitchen & \"bath\"", "Same as last year", 9, 0, 0, 0, 0},
  };
  g_autofree GrSopWorkbookItem *items = NULL;
  g_autofree char *path = g_build_filename (folder, "sop.xlsx", NULL);
  GrSopWorkbookData data = {.info = info,
      .planned_at = info.created_at - 60 * G_USEC_PER_SEC,
      .plan_version = "Working",
      .grid = grid,
      .purchases = purchases,
      .n_purchases = G_N_ELEMENTS (purchases),
      .arrivals = arrivals,
      .accuracy = accuracy,
      .n_accuracy = G_N_ELEMENTS (accuracy),
      .assumptions = assumptions,
      .n_assumptions = G_N_ELEMENTS (assumptions),
      .events = events,
      .n_events = G_N_ELEMENTS (events)};

  fill_months (grid);
  fill_arrivals (
      arrivals, ((GrSopRow *) g_ptr_array_index (grid->rows, N_FAMILIES))->cells, purchases, G_N_ELEMENTS (purchases));
  data.n_items = fill_items (&items, rand);
  data.items = items;
  return gr_sop_workbook_write (path, &data, NULL, error);
}

static gboolean
write_stock (const char *folder, GRand *rand, GError **error)
{
  gsize n = rand != NULL ? 3000 : 2;
  g_autofree GrStockRow *rows = g_new0 (GrStockRow, n);
  g_autofree const GrStockRow **list = g_new (const GrStockRow *, n);
  g_autofree char *path = g_build_filename (folder, "stock.xlsx", NULL);
  GrStockWorkbookData data = {info, list, n};

  for (gsize i = 0; i < n; i++) {
    GrQty qty = rand != NULL ? random_qty (rand) : (GrQty) i * 1500;
    GrPrice cost = rand != NULL ? random_price (rand) : 33333;

    rows[i] = (GrStockRow){.code = (char *) "A-1",
        .description = (char *) "Something, \"quoted\"",
        .family = (char *) "Cards",
        .unit = (char *) "pcs",
        .on_hand = qty,
        .on_order = 1000,
        .available = qty,
        .projected = qty + 1000,
        .days_of_supply = 12,
        .unit_cost = cost,
        .value = gr_money_for_stock (qty, cost, info.currency_digits),
        .health = GR_HEALTH_OK};
    list[i] = &rows[i];
  }
  return gr_stock_workbook_write (path, &data, NULL, error);
}

static gboolean
write_orders (const char *folder, GError **error)
{
  const GrPurchaseOrder order = {.number = (char *) "2011-0007",
      .supplier_name = (char *) "Glashütte",
      .state = GR_ORDER_SENT,
      .created_on = 15150,
      .approved_on = 15151,
      .sent_on = 15151,
      .expected_on = 15180,
      .closed_on = GR_DATE_NONE,
      .note = (char *) "Ring before delivery",
      .n_lines = 2,
      .value = 12000,
      .open_value = 5000};
  const GrPurchaseOrderLine lines[] = {
      {.item_code = (char *) "A-1",
          .item_description = (char *) "Something",
          .unit = (char *) "pcs",
          .ordered_qty = 24000,
          .received_qty = 12000,
          .cancelled_qty = 2000,
          .unit_price = 33333,
          .expected_on = 15180},
      {.item_code = (char *) "B",
          .item_description = (char *) "Over-delivered",
          .unit = (char *) "kg",
          .ordered_qty = 1000,
          .received_qty = 1500,
          .unit_price = 5000,
          .expected_on = GR_DATE_NONE},
  };
  const GrPurchaseOrder *orders[] = {&order};
  const GrOrderWorkbookLine rows[] = {{&order, &lines[0]}, {&order, &lines[1]}};
  g_autofree char *path = g_build_filename (folder, "orders.xlsx", NULL);
  GrOrderWorkbookData data = {info, orders, 1, rows, G_N_ELEMENTS (rows)};

  return gr_order_workbook_write (path, &data, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = argc > 2 ? g_rand_new_with_seed ((guint32) atoi (argv[2])) : NULL;

  if (argc < 2)
    return 2;
  if (write_sop (argv[1], rand, &error) && write_stock (argv[1], rand, &error) && write_orders (argv[1], &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
