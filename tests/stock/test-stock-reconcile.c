#include "stock/reconcile.h"

static GArray *
wants (const GrWantedMove *rows, guint n)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (GrWantedMove));

  return g_array_append_vals (wanted, rows, n);
}

static GArray *
stands (const GrStandingMove *rows, guint n)
{
  GArray *standing = g_array_new (FALSE, FALSE, sizeof (GrStandingMove));

  return g_array_append_vals (standing, rows, n);
}

#define ID(array, i) g_array_index (array, gint64, i)

static void
test_differences (void)
{
  static const GrWantedMove want[] = {{30, 4}, {10, 4}, {20, 4}};
  static const GrStandingMove stand[] = {{9, 99, 4}, {3, 10, 4}, {5, 20, 5}};
  g_autoptr (GArray) wanted = wants (want, 3), standing = stands (stand, 3);
  g_autoptr (GrReconciliation) result = gr_reconcile (wanted, standing);

  /* 10 stands as wanted; 20 stands elsewhere; 30 is missing; 99 is nobody's any more. */
  g_assert_cmpuint (result->missing->len, ==, 2);
  g_assert_cmpint (ID (result->missing, 0), ==, 20);
  g_assert_cmpint (ID (result->missing, 1), ==, 30);
  g_assert_cmpuint (result->unwanted->len, ==, 2);
  g_assert_cmpint (ID (result->unwanted, 0), ==, 5);
  g_assert_cmpint (ID (result->unwanted, 1), ==, 9);
}

/* A line that stands twice is too much once. */
static void
test_twice (void)
{
  static const GrWantedMove want[] = {{10, 4}};
  static const GrStandingMove stand[] = {{3, 10, 4}, {8, 10, 4}};
  g_autoptr (GArray) wanted = wants (want, 1), standing = stands (stand, 2);
  g_autoptr (GrReconciliation) result = gr_reconcile (wanted, standing);

  g_assert_cmpuint (result->missing->len, ==, 0);
  g_assert_cmpuint (result->unwanted->len, ==, 1);
  g_assert_cmpint (ID (result->unwanted, 0), ==, 8);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) wanted = wants (NULL, 0), standing = stands (NULL, 0);
  g_autoptr (GrReconciliation) result = gr_reconcile (wanted, standing);

  g_assert_cmpuint (result->missing->len, ==, 0);
  g_assert_cmpuint (result->unwanted->len, ==, 0);
}

static GArray *
random_wants (int n)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (GrWantedMove));

  for (int line = 1; line <= n; line++) {
    GrWantedMove want = {line, g_test_rand_int_range (1, 4)};

    if (g_test_rand_bit())
      g_array_append_val (wanted, want);
  }
  return wanted;
}

static GArray *
random_standing (int n)
{
  GArray *standing = g_array_new (FALSE, FALSE, sizeof (GrStandingMove));

  for (int i = 1; i <= n; i++) {
    GrStandingMove move = {i, g_test_rand_int_range (1, n + 5), g_test_rand_int_range (1, 4)};

    g_array_append_val (standing, move);
  }
  return standing;
}

static gboolean
holds (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (ID (ids, i) == id)
      return TRUE;
  return FALSE;
}

/* What stands after the outcome was carried out. */
static GArray *
carry_out (const GrReconciliation *result, const GArray *wanted, const GArray *standing)
{
  GArray *after = g_array_new (FALSE, FALSE, sizeof (GrStandingMove));

  for (guint i = 0; i < standing->len; i++)
    if (!holds (result->unwanted, g_array_index (standing, GrStandingMove, i).move_id))
      g_array_append_val (after, g_array_index (standing, GrStandingMove, i));
  for (guint i = 0; i < wanted->len; i++) {
    const GrWantedMove *want = &g_array_index (wanted, GrWantedMove, i);
    GrStandingMove posted = {1000 + i, want->line_id, want->location_id};

    if (holds (result->missing, want->line_id))
      g_array_append_val (after, posted);
  }
  return after;
}

/* After it, exactly what is wanted stands, and a second look finds nothing to do. */
static void
test_random (void)
{
  for (int round = 0; round < 200; round++) {
    g_autoptr (GArray) wanted = random_wants (20), standing = random_standing (20);
    g_autoptr (GrReconciliation) result = gr_reconcile (wanted, standing);
    g_autoptr (GArray) after = carry_out (result, wanted, standing);
    g_autoptr (GrReconciliation) again = gr_reconcile (wanted, after);

    g_assert_cmpuint (after->len, ==, wanted->len);
    g_assert_cmpuint (again->missing->len, ==, 0);
    g_assert_cmpuint (again->unwanted->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/differences", test_differences);
  g_test_add_func ("/reconcile/twice", test_twice);
  g_test_add_func ("/reconcile/nothing", test_nothing);
  g_test_add_func ("/reconcile/random", test_random);
  return g_test_run();
}
