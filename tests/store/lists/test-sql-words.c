#include "domain/stock/stock-health.h"
#include "domain/trade/purchase-order.h"
#include "store/file/sql-words.h"

#include <string.h>

/* Whether the words name the state: "IN ('draft', 'sent')". */
static gboolean
names (const char *words, GrOrderState state)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", gr_order_state_id (state));

  return strstr (words, quoted) != NULL;
}

/* A state that is added to the enum fails here until somebody says where it belongs. */
static void
test_states (void)
{
  for (int i = 0; i < GR_N_ORDER_STATES; i++) {
    GrOrderState state = (GrOrderState) i;
    gboolean is_open = gr_order_state_is_open (state);
    gboolean is_due = gr_order_state_allows (state, GR_ORDER_RECEIVE);
    gboolean is_unsent = state == GR_ORDER_DRAFT || state == GR_ORDER_APPROVED;

    g_test_message ("%s", gr_order_state_id (state));
    g_assert_cmpint (names (GR_SQL_IS_OPEN_STATE, state), ==, is_open);
    g_assert_cmpint (names (GR_SQL_IS_APPROVED_STATE, state), ==, is_open && state != GR_ORDER_DRAFT);
    g_assert_cmpint (names (GR_SQL_IS_DUE_STATE, state), ==, is_open && !is_unsent);
    g_assert_cmpint (names (GR_SQL_IS_UNSENT_STATE, state), ==, is_unsent);
    g_assert_cmpint (names (GR_SQL_IS_SENT_STATE, state), ==, !is_unsent && state != GR_ORDER_CANCELLED);
    g_assert_true (!is_due || names (GR_SQL_IS_DUE_STATE, state));
  }
}

static void
test_health (void)
{
  g_autofree char *none = g_strdup_printf ("coalesce (p.health, %d)", GR_HEALTH_NONE);
  g_autofree char *exception = g_strdup_printf ("%s <= %d", none, GR_HEALTH_EXCESS);
  g_autofree char *runs_out =
      g_strdup_printf ("p.health IN (%d, %d)", GR_HEALTH_STOCKED_OUT, GR_HEALTH_POTENTIAL_STOCK_OUT);

  g_assert_cmpstr (GR_SQL_HEALTH, ==, none);
  g_assert_cmpstr (GR_SQL_IS_EXCEPTION, ==, exception);
  g_assert_cmpstr (GR_SQL_RUNS_OUT, ==, runs_out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sql-words/states", test_states);
  g_test_add_func ("/sql-words/health", test_health);
  return g_test_run();
}
