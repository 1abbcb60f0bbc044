#include "app/text/align-decimals.h"

#include <glib.h>
#include <locale.h>

static void
assert_aligned (const char *number, int n_decimals, const char *wanted)
{
  g_autofree char *text = gr_align_decimals (number, n_decimals);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_count (void)
{
  g_assert_cmpint (gr_count_decimals ("42"), ==, 0);
  g_assert_cmpint (gr_count_decimals ("11.075"), ==, 3);
  g_assert_cmpint (gr_count_decimals ("−1,234.5"), ==, 1);
  g_assert_cmpint (gr_count_decimals ("—"), ==, 0);
}

/* Spaces as wide as what is lacking stand behind it; a column of whole numbers gets none. */
static void
test_align (void)
{
  assert_aligned ("11.075", 3, "11.075");
  assert_aligned ("29.12", 3, "29.12\u2007");
  assert_aligned ("42", 3, "42\u2008\u2007\u2007\u2007");
  assert_aligned ("42", 0, "42");
  assert_aligned ("29.12", 0, "29.12");
}

/* The sign is the locale's: a point there parts thousands. */
static void
test_german (void)
{
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_error ("the locale that the tests make is not there");
  g_assert_cmpint (gr_count_decimals ("1.234"), ==, 0);
  assert_aligned ("1.234,5", 2, "1.234,5\u2007");
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align-decimals/count", test_count);
  g_test_add_func ("/align-decimals/align", test_align);
  g_test_add_func ("/align-decimals/german", test_german);
  return g_test_run();
}
