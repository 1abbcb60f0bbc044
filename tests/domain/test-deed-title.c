/* How the journal keeps what a deed was, and how it is read. */
#include "domain/book/deed-title.h"
#include "domain/plan/forecast-method.h"

#include <locale.h>
#include <string.h>

#define DONE_ON 20000 /* 4 October 2024 */

static void
assert_reads (char *title, const char *expected)
{
  g_autofree char *text = gr_deed_title_read (title, DONE_ON);

  g_assert_cmpstr (text, ==, expected);
  g_free (title);
}

static void
test_says_what_was_done (void)
{
  assert_reads (gr_deed_title_new (GR_DEED_NEW_SHOP), "New shop");
  assert_reads (gr_deed_title_new (GR_DEED_NEW_ITEM, "A 1"), "New item A 1");
  assert_reads (
      gr_deed_title_new (GR_DEED_ADJUST_STOCK, "A", (gint64) 40000, (gint64) 45500), "Adjust A from 40 to 45.5");
  assert_reads (gr_deed_title_new (GR_DEED_LEVEL_OF_FAMILY, "Wine", 0.975), "Service level of Wine: 97.5%");
  assert_reads (
      gr_deed_title_new (GR_DEED_ORDER_LINE, (gint64) 48000, "22041", "PO-0007"), "Order 48 × 22041 on PO-0007");
  assert_reads (
      gr_deed_title_new (GR_DEED_FORECAST_BY, "A", GR_METHOD_SES), "Forecast method of A: Exponential smoothing");
}

static void
test_counts (void)
{
  assert_reads (gr_deed_title_new (GR_DEED_IMPORT_SALES, (gint64) 1), "Import of 1 sale");
  assert_reads (gr_deed_title_new (GR_DEED_IMPORT_SALES, (gint64) 600), "Import of 600 sales");
  assert_reads (
      gr_deed_title_new (GR_DEED_ACCEPT_INTO_ORDERS, (gint64) 12, (gint64) 3), "Accept 12 suggestions (orders: 3)");
}

/* The year is said only where it is not the deed's own. */
static void
test_days_by_the_year_of_the_deed (void)
{
  g_autofree char *same = gr_date_title (DONE_ON - 30, DONE_ON);
  g_autofree char *before = gr_date_title (DONE_ON - 400, DONE_ON);
  g_autofree char *expected = g_strdup_printf ("Leave out %s to %s for A", before, same);

  assert_reads (gr_deed_title_new (GR_DEED_LEAVE_OUT_DAYS, DONE_ON - 400, DONE_ON - 30, "A"), expected);
  g_assert_nonnull (strstr (before, "2023"));
  g_assert_null (strstr (same, "2024"));
}

static void
test_one_title_in_another (void)
{
  g_autofree char *approve = gr_deed_title_new (GR_DEED_APPROVE_ORDER, "PO-0007");
  g_autofree char *several = gr_deed_title_new (GR_DEED_AND_MORE_ORDERS, approve, (gint64) 1);

  assert_reads (gr_deed_title_new (GR_DEED_UNDO, several), "Undo: Approve PO-0007, and 1 more order");
  assert_reads (
      gr_deed_title_new (GR_DEED_REDO, "Something of an older program"), "Redo: Something of an older program");
}

/* What people call things is no part of a sentence's form. */
static void
test_texts_are_not_looked_into (void)
{
  assert_reads (gr_deed_title_new (GR_DEED_PREDECESSOR, "%2$s", "\"[\\"), "%2$s replaces \"[\\");
  assert_reads (gr_deed_title_new (GR_DEED_NEW_ITEM, "[\"new-shop\"]"), "New item [\"new-shop\"]");
}

/* Sentences as they are: of older programs, of newer ones, and none. */
static void
test_what_it_does_not_know_stands (void)
{
  static const char *const kept[] = {"Price of A", "", "[\"from-the-future\",1]", "[\"new-item\"]", "[\"new-item\",{}]",
      "[\"new-item\"", "[\"x", "[]"};

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    assert_reads (g_strdup (kept[i]), kept[i]);
  assert_reads (NULL, "");
}

static void
test_files_say_the_same_in_every_locale (void)
{
  g_autofree char *title = gr_deed_title_new (GR_DEED_ADJUST_STOCK, "A", (gint64) 1234500, (gint64) -1);
  g_autofree char *share = gr_deed_title_new (GR_DEED_LEVEL_OF_SHOP, 0.95);

  g_assert_cmpstr (title, ==, "[\"adjust-stock\",\"A\",1234500,-1]");
  g_assert_true (g_str_has_prefix (share, "[\"level-of-shop\",\"0.9"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deed-title/says-what-was-done", test_says_what_was_done);
  g_test_add_func ("/deed-title/counts", test_counts);
  g_test_add_func ("/deed-title/days-by-the-year-of-the-deed", test_days_by_the_year_of_the_deed);
  g_test_add_func ("/deed-title/one-title-in-another", test_one_title_in_another);
  g_test_add_func ("/deed-title/texts-are-not-looked-into", test_texts_are_not_looked_into);
  g_test_add_func ("/deed-title/what-it-does-not-know-stands", test_what_it_does_not_know_stands);
  g_test_add_func ("/deed-title/files-say-the-same-in-every-locale", test_files_say_the_same_in_every_locale);
  return g_test_run();
}
