#include "exchange/write/xlsx-check.h"

#include "exchange/write/stock-workbook.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct {
  char *path;
  char *bytes;
  gsize length;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GrWorkbookInfo info = {"Shop", "EUR", 2, "0.1.0", 15157, 0};
  const GrStockRow row = {.code = (char *) "A",
      .description = (char *) "B",
      .family = (char *) "C",
      .unit = (char *) "pcs",
      .days_of_supply = NAN,
      .health = GR_HEALTH_OK};
  const GrStockRow *rows[200];
  GrStockWorkbookData stock = {info, rows, G_N_ELEMENTS (rows)};
  int handle = g_file_open_tmp ("granary-XXXXXX.xlsx", &fixture->path, NULL);

  g_close (handle, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = &row;
  g_assert_true (gr_stock_workbook_write (fixture->path, &stock, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &fixture->bytes, &fixture->length, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture->bytes);
}

static gboolean
is_whole (Fixture *fixture, const char *bytes, gsize length)
{
  g_unlink (fixture->path); /* spares the flush to disk that replacing a file costs */
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  return gr_xlsx_is_whole (fixture->path);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_whole (fixture, fixture->bytes, fixture->length));
  g_assert_false (gr_xlsx_is_whole ("/nowhere/at/all.xlsx"));
}

static void
test_cut_anywhere (Fixture *fixture, gconstpointer data)
{
  for (gsize length = 0; length < fixture->length; length += 1 + length % 97)
    g_assert_false (is_whole (fixture, fixture->bytes, length));
}

/* What follows the place of a full disk may also read as zeros. */
static void
test_zeros_inside (Fixture *fixture, gconstpointer data)
{
  for (gsize at = 100; at + 400 < fixture->length - 400; at += 500) {
    g_autofree char *bytes = g_memdup2 (fixture->bytes, fixture->length);

    memset (bytes + at, 0, 400);
    g_assert_false (is_whole (fixture, bytes, fixture->length));
  }
}

/* No bytes, however wrong, lead it out of the file. */
static void
test_random_damage (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 200; round++) {
    g_autofree char *bytes = g_memdup2 (fixture->bytes, fixture->length);

    for (int n = g_test_rand_int_range (1, 30); n > 0; n--) {
      gsize back = (gsize) g_test_rand_int_range (1, g_test_rand_bit() ? 1200 : (int) fixture->length);

      bytes[fixture->length - back] = (char) g_test_rand_int_range (0, 256);
    }
    is_whole (fixture, bytes, fixture->length);
  }
}

#define ADD(name, func) g_test_add ("/xlsx-check/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("cut-anywhere", test_cut_anywhere);
  ADD ("zeros-inside", test_zeros_inside);
  ADD ("random-damage", test_random_damage);
  return g_test_run();
}
