#include "app/text/number-table.h"

#include <locale.h>
#include <math.h>

static GrNumberTable *
make_table (void)
{
  GrNumberTable *table = gr_number_table_new ("pcs", 3, 1);
  GrNumberRow *sales = gr_number_table_add_row (table, "Sales", NULL, 0);
  GrNumberRow *stock = gr_number_table_add_row (table, "Stock", "At the end", 1);

  gr_number_table_take_title (table, 0, g_strdup ("Jan"));
  gr_number_table_take_title (table, 1, g_strdup ("Feb"));
  gr_number_table_take_title (table, 2, g_strdup ("Mar"));
  sales->values[0] = 1234;
  stock->values[1] = -2.75;
  stock->values[2] = 0;
  return table;
}

static void
test_cells (void)
{
  g_autoptr (GrNumberTable) table = make_table();
  g_autofree char *sold = gr_number_table_cell (table, 0, 0);
  g_autofree char *unknown = gr_number_table_cell (table, 0, 1);
  g_autofree char *below = gr_number_table_cell (table, 1, 1);
  g_autofree char *zero = gr_number_table_cell (table, 1, 2);

  g_assert_cmpstr (sold, ==, "1234");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (below, ==, "\u22122.8"); /* half away from zero, a true minus */
  g_assert_cmpstr (zero, ==, "0.0");
}

/* What is copied can be calculated with: a plain minus, no groups, an empty cell where nothing is known. */
static void
test_copy (void)
{
  g_autoptr (GrNumberTable) table = make_table();
  g_autofree char *text = NULL;
  GrNumberRow *odd = gr_number_table_add_row (table, "Odd", NULL, 0);

  odd->values[0] = INFINITY;
  odd->values[1] = 1e6;
  text = gr_number_table_copy_text (table);
  g_assert_cmpstr (text, ==,
      "pcs\tJan\tFeb\tMar\n"
      "Sales\t1234\t\t\n"
      "Stock\t\t-2.8\t0.0\n"
      "Odd\t\t1000000\t\n");
}

static void
test_empty (void)
{
  g_autoptr (GrNumberTable) table = gr_number_table_new (NULL, 0, -1);
  g_autofree char *text = NULL;

  gr_number_table_add_row (table, "Sales", NULL, 0);
  text = gr_number_table_copy_text (table);
  g_assert_cmpstr (text, ==, "\nSales\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-table/cells", test_cells);
  g_test_add_func ("/number-table/copy", test_copy);
  g_test_add_func ("/number-table/empty", test_empty);
  return g_test_run();
}
