#include "shop/base/work-pool.h"

#define N 1000

static void
square_cb (gsize index, gpointer data)
{
  gint64 *out = data;

  out[index] += (gint64) (index * index) + 1;
}

static void
test_every_piece_once (void)
{
  for (gsize n = 0; n <= N; n = n * 3 + 1) {
    g_autofree gint64 *out = g_new0 (gint64, N);
    GrWork work = {square_cb, out, n, "", 0, 1};

    g_assert_true (gr_work_pool_run (&work, NULL, NULL));
    for (gsize i = 0; i < N; i++)
      g_assert_cmpint (out[i], ==, i < n ? (gint64) (i * i) + 1 : 0);
  }
}

typedef struct {
  GThread *thread;
  GCancellable *cancellable;
  double last;
  int n_reports;
} Watch;

static void
watch_cb (const char *what, double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_true (g_thread_self() == watch->thread);
  g_assert_cmpstr (what, ==, "Working");
  g_assert_cmpfloat (fraction, >=, watch->last);
  watch->last = fraction;
  watch->n_reports++;
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static void
doze_cb (gsize index, gpointer data)
{
  g_usleep (500);
  g_atomic_int_inc ((gint *) data);
}

static void
test_progress_comes_on_the_callers_thread (void)
{
  gint n_done = 0;
  Watch watch = {.thread = g_thread_self()};
  GrProgress progress = {watch_cb, &watch, NULL};
  GrWork work = {doze_cb, &n_done, 400, "Working", 0.25, 0.75};

  g_assert_true (gr_work_pool_run (&work, &progress, NULL));
  g_assert_cmpint (n_done, ==, 400);
  g_assert_cmpint (watch.n_reports, >, 0);
  g_assert_cmpfloat (watch.last, ==, 0.75);
}

static void
test_cancel_stops_early (void)
{
  gint n_done = 0;
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  g_autoptr (GError) error = NULL;
  Watch watch = {.thread = g_thread_self(), .cancellable = cancellable};
  GrProgress progress = {watch_cb, &watch, cancellable};
  GrWork work = {doze_cb, &n_done, 100000, "Working", 0, 1};

  g_assert_false (gr_work_pool_run (&work, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_done, <, 50000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-pool/every-piece-once", test_every_piece_once);
  g_test_add_func ("/work-pool/progress", test_progress_comes_on_the_callers_thread);
  g_test_add_func ("/work-pool/cancel", test_cancel_stops_early);
  return g_test_run();
}
