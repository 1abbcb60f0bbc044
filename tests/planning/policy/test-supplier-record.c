#include "planning/policy/supplier-judgement.h"

#include <glib.h>
#include <math.h>

#define TODAY gr_date_from_ymd (2026, 3, 2)
#define UNITS gr_qty_from_units

static GrSupplierRecord
record_of (const GrSupplierDelivery *lines, gsize n_lines)
{
  GrSupplierRecord record;

  gr_supplier_record_compute (lines, n_lines, TODAY, &record);
  return record;
}

static void
test_on_time_in_full (void)
{
  GrDate sent = TODAY - 40, due = TODAY - 30;
  const GrSupplierDelivery lines[] = {
      {1, 1, sent, due, UNITS (10), due - 2, UNITS (10)},              /* early */
      {1, 2, sent, due, UNITS (10), due + 1, UNITS (10)},              /* within the window */
      {1, 3, sent, due, UNITS (10), due + 2, UNITS (10)},              /* late */
      {2, 4, sent, due, UNITS (10), due, UNITS (4)},                   /* in two parts, */
      {2, 4, sent, due, UNITS (10), due + 1, UNITS (6)},               /* both in time */
      {2, 5, sent, due, UNITS (10), due, UNITS (9)},                   /* not in full */
      {2, 6, sent, due, UNITS (10), GR_DATE_NONE, 0},                  /* never came */
      {3, 7, TODAY - 5, TODAY + 5, UNITS (10), GR_DATE_NONE, 0},       /* not due */
      {3, 8, TODAY - 5, TODAY + 5, UNITS (10), TODAY, UNITS (12)},     /* here already */
      {3, 9, TODAY - 5, TODAY - 1, UNITS (10), GR_DATE_NONE, 0},       /* may still come today */
      {4, 10, TODAY - 9, GR_DATE_NONE, UNITS (10), TODAY, UNITS (10)}, /* nobody said when */
  };
  GrSupplierRecord record = record_of (lines, G_N_ELEMENTS (lines));

  g_assert_cmpint (record.n_due, ==, 7);
  g_assert_cmpint (record.n_on_time, ==, 4);
  g_assert_cmpfloat_with_epsilon (gr_supplier_record_on_time (&record), 4.0 / 7, 1e-12);
}

/* What came of one order on one day is one delivery, however many lines it had. */
static void
test_learned_lead_time (void)
{
  const GrSupplierDelivery lines[] = {
      {1, 1, TODAY - 40, TODAY - 30, UNITS (1), TODAY - 30, UNITS (1)},
      {1, 2, TODAY - 40, TODAY - 30, UNITS (1), TODAY - 30, UNITS (1)},
      {1, 3, TODAY - 40, TODAY - 30, UNITS (1), TODAY - 26, UNITS (1)},
      {2, 4, TODAY - 20, TODAY - 10, UNITS (1), TODAY - 8, UNITS (1)},
      {2, 5, TODAY - 20, TODAY - 10, UNITS (1), GR_DATE_NONE, 0},
  };
  GrSupplierRecord record = record_of (lines, G_N_ELEMENTS (lines));

  g_assert_cmpint (record.n_deliveries, ==, 3); /* 10, 14 and 12 days */
  g_assert_cmpfloat_with_epsilon (record.lead_time_days, 12, 1e-12);
  g_assert_cmpfloat_with_epsilon (record.lead_time_sd_days, 2, 1e-12);
}

static void
test_only_the_last_deliveries_count (void)
{
  GrSupplierDelivery lines[30];
  GrSupplierRecord record;

  for (int i = 0; i < 30; i++)
    lines[i] =
        (GrSupplierDelivery){i, i, TODAY - 300 + 7 * i, GR_DATE_NONE, 1, TODAY - 300 + 7 * i + (i < 18 ? 6 : 5), 1};
  record = record_of (lines, G_N_ELEMENTS (lines));
  g_assert_cmpint (record.n_deliveries, ==, GR_LEARNED_DELIVERIES);
  g_assert_cmpfloat (record.lead_time_days, ==, 5);
  g_assert_cmpfloat (record.lead_time_sd_days, ==, 0);
}

static void
test_nothing_is_known_of_nothing (void)
{
  GrSupplierDelivery one = {1, 1, TODAY - 9, TODAY - 2, 1, TODAY - 2, 1};
  GrSupplierRecord none = record_of (NULL, 0), single = record_of (&one, 1);

  g_assert_true (isnan (gr_supplier_record_on_time (&none)));
  g_assert_true (isnan (none.lead_time_days));
  g_assert_cmpfloat (single.lead_time_days, ==, 7);
  g_assert_true (isnan (single.lead_time_sd_days));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supplier-record/on-time-in-full", test_on_time_in_full);
  g_test_add_func ("/supplier-record/lead-time", test_learned_lead_time);
  g_test_add_func ("/supplier-record/last-deliveries", test_only_the_last_deliveries_count);
  g_test_add_func ("/supplier-record/nothing", test_nothing_is_known_of_nothing);
  return g_test_run();
}
