/* How texts are found and ordered. */
#include "domain/base/text.h"

#include <locale.h>
#include <string.h>

static void
assert_folds (const char *text, const char *expected)
{
  g_autofree char *folded = gr_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_folds_case_and_accents (void)
{
  assert_folds ("", "");
  assert_folds ("A-12 b", "a-12 b");
  assert_folds ("Café", "cafe");
  assert_folds ("Cafe\xcc\x81", "cafe"); /* decomposed */
  assert_folds ("Ökobrot", "okobrot");
  assert_folds ("Straße", "strasse");
  assert_folds ("ŁÓDŹ", "lodz");
  assert_folds ("Smørrebrød Æble", "smorrebrod aeble");
  assert_folds ("İstanbul ılık", "istanbul ilik");
  assert_folds ("ТЕСТ Ёлка", "тест елка");
  assert_folds ("ΣΊΣΥΦΟΣ", "σισυφοσ");
  assert_folds ("５％", "5%"); /* full width */
  assert_folds ("Qu’est", "qu'est");
}

/* Marks that make another letter stay: か is not が, and Hindi's vowels are no accents. */
static void
test_keeps_marks_that_matter (void)
{
  g_autofree char *ka = gr_text_fold ("か");
  g_autofree char *ga = gr_text_fold ("が");
  g_autofree char *chai = gr_text_fold ("चाय");
  g_autofree char *chi = gr_text_fold ("चीय");

  g_assert_cmpstr (ka, !=, ga);
  g_assert_cmpstr (chai, !=, chi);
}

static void
test_no_text_breaks_it (void)
{
  assert_folds ("A\xff", "a\xef\xbf\xbd");
}

static void
test_folding_twice_is_folding_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 2000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
      g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x20, 0x1300));
    once = gr_text_fold (text->str);
    twice = gr_text_fold (once);
    g_assert_cmpstr (twice, ==, once);
  }
}

static void
assert_before (const char *a, const char *b)
{
  g_assert_cmpint (gr_text_compare (a, b), <, 0);
  g_assert_cmpint (gr_text_compare (b, a), >, 0);
  g_assert_cmpint (gr_text_compare (a, a), ==, 0);
}

static void
test_numbers_go_by_value (void)
{
  assert_before ("Item 2", "Item 10");
  assert_before ("A2", "A10");
  assert_before ("A10", "A10b");
  assert_before ("007", "10");
  assert_before ("", "A");
}

static void
test_letters_go_by_the_locale (void)
{
  g_assert_nonnull (setlocale (LC_COLLATE, "de_DE.UTF-8"));
  assert_before ("Apfel", "Äpfel");
  assert_before ("Äpfel", "Birnen");
  assert_before ("b3", "C9");
  assert_before ("Ökobrot", "Zimt");
  g_assert_nonnull (setlocale (LC_COLLATE, "sv_SE.UTF-8"));
  assert_before ("Zimt", "Äpfel");
  setlocale (LC_COLLATE, "C.UTF-8"); /* which has no order of its own */
  assert_before ("apfel", "Äpfel");
  assert_before ("Äpfel", "Birnen");
  assert_before ("b3", "C9");
}

static void
test_one_slip_is_near (void)
{
  static const struct {
    const char *word, *typed;
    gboolean is_near;
  } cases[] = {
      {"apple", "apple", TRUE},
      {"apples", "apple", TRUE}, /* how it begins */
      {"apple", "aple", TRUE},   /* one missing */
      {"apple", "appple", TRUE}, /* one too many */
      {"apple", "applr", TRUE},  /* one wrong */
      {"apple", "aplpe", TRUE},  /* two exchanged */
      {"apple", "pple", TRUE},   /* the first one too */
      {"apple", "apples", TRUE}, /* the last one too */
      {"apple", "aplle", TRUE},
      {"apple", "alpples", FALSE},
      {"apple", "aelp", FALSE},
      {"apple", "orange", FALSE},
      {"", "apple", FALSE},
      {"app", "apple", FALSE},
      {"тест", "тсет", TRUE},
      {"тест", "тeст", TRUE}, /* a Latin e */
      {"тест", "тссс", FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s for %s", cases[i].typed, cases[i].word);
    g_assert_cmpint (gr_text_is_near (cases[i].word, cases[i].typed), ==, cases[i].is_near);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/folds-case-and-accents", test_folds_case_and_accents);
  g_test_add_func ("/text/keeps-marks-that-matter", test_keeps_marks_that_matter);
  g_test_add_func ("/text/no-text-breaks-it", test_no_text_breaks_it);
  g_test_add_func ("/text/folding-twice-is-folding-once", test_folding_twice_is_folding_once);
  g_test_add_func ("/text/numbers-go-by-value", test_numbers_go_by_value);
  g_test_add_func ("/text/letters-go-by-the-locale", test_letters_go_by_the_locale);
  g_test_add_func ("/text/one-slip-is-near", test_one_slip_is_near);
  return g_test_run();
}
