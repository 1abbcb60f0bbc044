#include "shop-fixture.h"

#include "shop/purchasing/accept-suggestions.h"
#include "shop/review/sop-review.h"

#include <stdio.h>

/* Plans the small shop, accepts what is due, writes its three workbooks into the folder given, and what the screen
 * shows to standard output: one line a figure. test-exports.py compares the two. */

static void
print_figure (const char *measure, const char *family, int month, double figure)
{
  printf ("%s\t%s\t%d\t%.4f\n", measure, family, month, figure);
}

static void
print_cell (const GrSopGrid *grid, const char *family, int month, const GrSopCell *cell)
{
  int digits = grid->currency_digits;

  if (month <= grid->n_past) {
    print_figure ("Sales", family, month, gr_qty_to_double (cell->sales));
    print_figure ("Sales value", family, month, gr_money_to_double (cell->sales_value, digits));
  }
  if (month >= grid->n_past) {
    print_figure ("Forecast", family, month, gr_qty_to_double (cell->forecast));
    print_figure ("Forecast value", family, month, gr_money_to_double (cell->forecast_value, digits));
    print_figure ("Lost sales", family, month, gr_qty_to_double (cell->lost));
    print_figure ("Lost sales value", family, month, gr_money_to_double (cell->lost_value, digits));
  }
  print_figure ("Purchases", family, month, gr_qty_to_double (cell->purchases));
  print_figure (
      "Purchases, at purchase price value", family, month, gr_money_to_double (cell->purchases_value, digits));
  if (month < grid->n_unknown)
    return;
  print_figure ("Projected stock", family, month, gr_qty_to_double (cell->projected));
  print_figure ("Stock value value", family, month, gr_money_to_double (cell->projected_value, digits));
}

typedef gboolean (*Export) (GrShop *shop, const char *path, const GrProgress *progress, GError **error);

static void export(const ShopFixture *fixture, Export func, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!func (fixture->shop, path, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  ShopFixture fixture;
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;
  g_autoptr (GrSopGrid) grid = NULL;
  g_autoptr (GError) error = NULL;

  shop_fixture_set_up (&fixture, NULL);
  shop_fixture_plan (&fixture);
  if (!gr_shop_accept_suggestions (fixture.shop, &all, &outcome, &error))
    g_error ("%s", error->message);
  gr_accept_outcome_clear (&outcome);
  export(&fixture, gr_shop_export_sop, argv[1], "sop.xlsx");
  export(&fixture, gr_shop_export_stock, argv[1], "stock.xlsx");
  export(&fixture, gr_shop_export_orders, argv[1], "orders.xlsx");
  grid = gr_shop_sop_grid (fixture.shop, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < grid->rows->len; i++) {
    const GrSopRow *row = g_ptr_array_index (grid->rows, i);
    const char *family = row->family == NULL ? "Total" : *row->family != '\0' ? row->family : "No family";

    for (int month = 0; month < grid->n_past + grid->n_ahead; month++)
      print_cell (grid, family, month, &row->cells[month]);
  }
  shop_fixture_tear_down (&fixture, NULL);
  return 0;
}
