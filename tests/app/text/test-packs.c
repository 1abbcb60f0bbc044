#include "app/text/packs.h"

#include "domain/base/error.h"

static GrQty
typed (const char *text, GrQty now, GrQty size)
{
  GrPack pack = {size, "pcs"};
  g_autoptr (GError) error = NULL;
  GrQty qty = -1;

  if (!gr_parse_packs (text, &pack, now >= 0 ? &now : NULL, &qty, &error))
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  return qty;
}

static void
test_packs (void)
{
  g_assert_cmpint (typed ("4 packs", -1, 12000), ==, 48000);
  g_assert_cmpint (typed ("1 Carton", -1, 12000), ==, 12000);
  g_assert_cmpint (typed ("+1 box", 12000, 12000), ==, 24000);
  g_assert_cmpint (typed ("-1 case", 36000, 12000), ==, 24000);
  g_assert_cmpint (typed ("4 packs", -1, 0), ==, -1);
  g_assert_cmpint (typed ("packs", -1, 12000), ==, -1);
  g_assert_cmpint (typed ("999999999999999 packs", -1, 12000), ==, -1);
}

static void
test_units (void)
{
  g_assert_cmpint (typed ("48", 5000, 12000), ==, 48000);
  g_assert_cmpint (typed ("48 pcs", -1, 12000), ==, 48000);
  g_assert_cmpint (typed ("2,5", -1, 0), ==, 2500);
  g_assert_cmpint (typed ("0", 12000, 0), ==, 0);
  g_assert_cmpint (typed ("-12", 24000, 0), ==, 12000);
  g_assert_cmpint (typed ("-25", 24000, 0), ==, -1);
  g_assert_cmpint (typed ("-3", -1, 0), ==, -1);
  g_assert_cmpint (typed ("+10%", 24000, 0), ==, 26000);
  g_assert_cmpint (typed ("-10 %", 2500, 0), ==, 2250);
  g_assert_cmpint (typed ("abc", 2500, 0), ==, -1);
}

static void
assert_shown (GrQty qty, GrQty size, const char *wanted)
{
  GrPack pack = {size, "pcs"};
  g_autofree char *text = gr_format_packs (qty, &pack);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_shown (void)
{
  assert_shown (48000, 12000, "4 packs of 12\u00a0pcs");
  assert_shown (12000, 12000, "1 pack of 12\u00a0pcs");
  assert_shown (13000, 12000, "pcs");
  assert_shown (48000, 1000, "pcs");
  assert_shown (48000, 0, "pcs");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packs/packs", test_packs);
  g_test_add_func ("/packs/units", test_units);
  g_test_add_func ("/packs/shown", test_shown);
  return g_test_run();
}
