#include "inventory-instances.h"

static void
test_textbook_instances (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRANARY_FIXTURES"), "inventory-instances.csv", NULL);
  InventoryScore score = inventory_instances_check (path);

  g_assert_cmpint (score.n_models, ==, 9);
  g_assert_cmpint (score.n_rows, >=, 60);
  g_assert_cmpint (score.n_agreeing, ==, score.n_rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inventory/textbook-instances", test_textbook_instances);
  return g_test_run();
}
