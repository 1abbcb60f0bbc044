#include "planning/policy/buffer.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

/* d = 20, sd = 6, L = 9, sL = 2, 95 %: worked in the shop's planning notes. */
static const GrBufferTerms worked = {20, 6, 9, 2, 0, 0.95};

static void
test_worked_example (void)
{
  GrBuffer buffer = gr_buffer_compute (&worked);

  assert_near (buffer.sigma, 43.863, 5e-4);
  assert_near (buffer.safety_stock, 72.15, 5e-3);
  assert_near (buffer.reorder_point, 252.15, 5e-3);
  assert_near (gr_buffer_fill_rate (&buffer, 250), 0.99633, 5e-6);
}

static void
test_review_period_lengthens_protection (void)
{
  GrBufferTerms terms = worked;
  GrBuffer buffer;

  terms.review_period_days = 7;
  buffer = gr_buffer_compute (&terms);
  assert_near (buffer.protection_days, 16, 1e-12);
  assert_near (buffer.demand, 320, 1e-12);
  assert_near (buffer.sigma, sqrt (16 * 36 + 400 * 4), 1e-12);
  assert_near (buffer.error_sd, 24, 1e-12);
}

static void
test_more_service_needs_more_stock (void)
{
  double last = -1;

  for (int i = 500; i <= 1000; i++) {
    GrBufferTerms terms = worked;
    GrBuffer buffer;

    terms.service_level = i / 1000.0;
    buffer = gr_buffer_compute (&terms);
    g_assert_cmpfloat (buffer.safety_stock, >, last);
    g_assert_true (isfinite (buffer.safety_stock));
    last = buffer.safety_stock;
  }
}

/* Demand that is seldom steady: 20 a day, 100 of deviation a day, so that sigma over D is 5 / 3 over nine days. */
static void
test_unsteady_demand_is_skewed (void)
{
  GrBufferTerms terms = {20, 100, 9, 0, 0, 0.95, TRUE};
  GrBuffer buffer = gr_buffer_compute (&terms);
  double w = sqrt (log (1 + 25.0 / 9));

  assert_near (buffer.spread, w, 1e-12);
  assert_near (buffer.safety_stock, 180 * (exp (buffer.z * w - w * w / 2) - 1), 1e-9);
  assert_near (buffer.reorder_point, 180 + buffer.safety_stock, 1e-9);
}

static void
test_steady_demand_is_not (void)
{
  GrBufferTerms terms = worked;
  GrBuffer plain = gr_buffer_compute (&worked), buffer;

  terms.is_skewed = TRUE;
  buffer = gr_buffer_compute (&terms);
  g_assert_true (isnan (buffer.spread));
  g_assert_cmpfloat (buffer.safety_stock, ==, plain.safety_stock);
}

/* Where a skewed buffer takes over it is larger, but not by much; more uncertainty or more service never lower it. */
static void
test_skewed_buffer_never_falls (void)
{
  GrBufferTerms terms = {20, 0, 9, 2, 0, 0.95, TRUE};

  for (int service = 50; service <= 100; service++) {
    double last = -1;

    for (int sd = 0; sd < 3000; sd += 3) {
      GrBuffer buffer, more;

      terms.demand_sd_per_day = sd;
      terms.service_level = service / 100.0;
      buffer = gr_buffer_compute (&terms);
      terms.service_level += 0.01;
      more = gr_buffer_compute (&terms);
      g_assert_true (isfinite (buffer.safety_stock));
      g_assert_cmpfloat (buffer.safety_stock, >=, last);
      g_assert_cmpfloat (more.safety_stock, >=, buffer.safety_stock);
      last = buffer.safety_stock;
    }
  }
}

static void
test_senseless_terms_do_no_harm (void)
{
  static const double strange[] = {NAN, INFINITY, -INFINITY, -1, 0, 2};

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    for (int field = 0; field < 6; field++) {
      GrBufferTerms terms = worked;
      double *fields[] = {&terms.demand_per_day, &terms.demand_sd_per_day, &terms.lead_time_days,
          &terms.lead_time_sd_days, &terms.review_period_days, &terms.service_level};
      GrBuffer buffer;

      *fields[field] = strange[i];
      buffer = gr_buffer_compute (&terms);
      g_assert_true (isfinite (buffer.reorder_point));
      g_assert_cmpfloat (buffer.safety_stock, >=, 0);
      g_assert_cmpfloat (buffer.reorder_point, >=, buffer.safety_stock);
    }
}

static void
test_fill_rate_at_the_ends (void)
{
  GrBuffer buffer = gr_buffer_compute (&worked), certain = {0};

  assert_near (gr_buffer_fill_rate (&buffer, 1e12), 1, 1e-9);
  assert_near (gr_buffer_fill_rate (&buffer, 1e-3), 0, 1e-12);
  assert_near (gr_buffer_fill_rate (&buffer, 0), 0, 1e-12);
  assert_near (gr_buffer_fill_rate (&certain, 0), 1, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/buffer/worked-example", test_worked_example);
  g_test_add_func ("/buffer/review-period-lengthens-protection", test_review_period_lengthens_protection);
  g_test_add_func ("/buffer/more-service-needs-more-stock", test_more_service_needs_more_stock);
  g_test_add_func ("/buffer/unsteady-demand-is-skewed", test_unsteady_demand_is_skewed);
  g_test_add_func ("/buffer/steady-demand-is-not", test_steady_demand_is_not);
  g_test_add_func ("/buffer/skewed-buffer-never-falls", test_skewed_buffer_never_falls);
  g_test_add_func ("/buffer/senseless-terms-do-no-harm", test_senseless_terms_do_no_harm);
  g_test_add_func ("/buffer/fill-rate-at-the-ends", test_fill_rate_at_the_ends);
  return g_test_run();
}
