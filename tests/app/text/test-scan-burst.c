#include "app/text/scan-burst.h"

typedef struct {
  GrScanBurst *burst;
  guint32 ms;
} Keyboard;

static void
type (Keyboard *keys, const char *text, guint gap_ms)
{
  for (const char *c = text; *c; c = g_utf8_next_char (c)) {
    keys->ms += gap_ms;
    gr_scan_burst_add (keys->burst, g_utf8_get_char (c), keys->ms);
  }
}

static char *
press_enter (Keyboard *keys, guint gap_ms)
{
  keys->ms += gap_ms;
  return gr_scan_burst_end (keys->burst, keys->ms);
}

/* Scanners of every pace, also while the clock goes round. */
static void
test_scans (void)
{
  static const guint gaps[] = {0, 1, 12, 30, 45};

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++) {
    g_autoptr (GrScanBurst) burst = gr_scan_burst_new();
    Keyboard keys = {burst, G_MAXUINT32 - 60};

    for (int again = 0; again < 2; again++) {
      g_autofree char *code = NULL;

      type (&keys, "2900000104501", gaps[i]);
      code = press_enter (&keys, gaps[i]);
      g_assert_cmpstr (code, ==, "2900000104501");
      g_assert_null (press_enter (&keys, gaps[i])); /* once only */
      keys.ms += 400;
    }
  }
}

/* Hands are slower, or do not press Enter as fast. */
static void
test_hands (void)
{
  g_autoptr (GrScanBurst) burst = gr_scan_burst_new();
  Keyboard keys = {burst, 1000};

  type (&keys, "4 packs", 70);
  g_assert_null (press_enter (&keys, 70));
  type (&keys, "2900000104501", 12); /* a paste by keys, and Enter after a look at it */
  g_assert_null (press_enter (&keys, 120));
  type (&keys, "123", 20); /* fingers that roll over the pad */
  g_assert_null (press_enter (&keys, 20));
  g_assert_null (press_enter (&keys, 20));
}

/* What was typed before the scanner began is no part of the code. */
static void
test_scan_after_typing (void)
{
  g_autoptr (GrScanBurst) burst = gr_scan_burst_new();
  Keyboard keys = {burst, 1000};
  g_autofree char *code = NULL;

  type (&keys, "ham", 110);
  keys.ms += 110;
  g_assert_false (gr_scan_burst_add (burst, '4', keys.ms)); /* may be a hand's, so it is not held back */
  keys.ms += 9;
  g_assert_true (gr_scan_burst_add (burst, '0', keys.ms));
  type (&keys, "\303\204B-7", 9);
  code = press_enter (&keys, 9);
  g_assert_cmpstr (code, ==, "40\303\204B-7");
}

/* An arrow, Tab or a shortcut between the characters. */
static void
test_break (void)
{
  g_autoptr (GrScanBurst) burst = gr_scan_burst_new();
  Keyboard keys = {burst, 1000};

  type (&keys, "29000001", 10);
  gr_scan_burst_break (burst);
  g_assert_null (press_enter (&keys, 10));
  type (&keys, "290", 10);
  gr_scan_burst_break (burst);
  type (&keys, "104", 10);
  g_assert_null (press_enter (&keys, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-burst/scans", test_scans);
  g_test_add_func ("/scan-burst/hands", test_hands);
  g_test_add_func ("/scan-burst/scan-after-typing", test_scan_after_typing);
  g_test_add_func ("/scan-burst/break", test_break);
  return g_test_run();
}
