#include "../planning/inventory-instances.h"

/* Works all textbook instances; fails where one does not agree. */
int
main (int argc, char **argv)
{
  const char *data = g_getenv ("GRANARY_DATA");
  g_autofree char *path = NULL;
  gint64 start = g_get_monotonic_time();
  InventoryScore score;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (data != NULL ? data : "../shared/data", "inventory_instances.csv", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_print ("inventory instances: none at %s\n", path);
    return 77;
  }
  score = inventory_instances_check (path);
  g_print ("inventory instances: %d of %d within tolerance, %.1f ms\n", score.n_agreeing, score.n_rows,
      (double) (g_get_monotonic_time() - start) / 1000);
  return score.n_agreeing == score.n_rows ? 0 : 1;
}
