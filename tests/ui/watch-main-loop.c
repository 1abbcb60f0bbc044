/* Watches the main loop of the real window: how soon a page stands on screen, how soon a search answers, whether
 * scrolling drops a frame, and how long the loop was ever away from its events. Runs under a display.
 *
 * watch-main-loop [SHOP TODAY]: without a shop, on a demo shop of its own. TAP, with what was measured as comments. */
#include "app/frame/application.h"
#include "app/models/paged-model.h"
#include "app/frame/page-registry.h"
#include "app/frame/page.h"
#include "app/frame/window.h"

#include "shop/demo/demo-shop.h"
#include "shop/base/shop.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

/* The bars, on a machine that does nothing else. GRANARY_SLACK widens them where others may be at work. */
#define PAGE_LIMIT_MS   (100.0 * slack())
#define SEARCH_LIMIT_MS (50.0 * slack())
#define KEY_PAUSE_MS    150.0 /* between the keys of a fast typist, 80 words a minute */
#define FRAME_MS        (1000.0 / 60.0)
#define SCROLL_FRAMES   120
#define REPEATS         5

typedef struct {
  GrWindow *window;
  gint64 busy_since; /* when poll last returned */
  double longest_ms; /* the longest time between two polls */
  guint n_paints;
  guint n_lists; /* answers of lists */
  int number;
  int n_failed;
} Watch;

static Watch *watch_of_poll; /* GPollFunc takes no data */

static double
slack (void)
{
  const char *wanted = g_getenv ("GRANARY_SLACK");

  return wanted != NULL ? MAX (1.0, g_ascii_strtod (wanted, NULL)) : 1.0;
}

/* What this thread has worked so far: the same on a busy machine. */
static double
work_ms (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (double) spent.tv_sec * 1e3 + (double) spent.tv_nsec / 1e6;
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time() / 1000.0;
}

static int
poll_watched (GPollFD *fds, guint n, int timeout)
{
  Watch *watch = watch_of_poll;
  int result;

  if (watch->busy_since != 0)
    watch->longest_ms = MAX (watch->longest_ms, (double) (g_get_monotonic_time() - watch->busy_since) / 1000.0);
  result = g_poll (fds, n, timeout);
  watch->busy_since = g_get_monotonic_time();
  return result;
}

static void
painted_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->n_paints++;
}

static void
settle (double ms)
{
  double end = now_ms() + ms;

  while (now_ms() < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (200);
}

/* Until the frame after now has been painted; what changed is on screen then. */
static void
wait_for_paint (Watch *watch)
{
  guint before = watch->n_paints;
  double end = now_ms() + 2000;

  gtk_widget_queue_draw (GTK_WIDGET (watch->window));
  while (watch->n_paints == before && now_ms() < end)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_child (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
report (Watch *watch, gboolean is_good, const char *what, const char *measured)
{
  watch->n_failed += !is_good;
  g_print ("%s %d - %s\n# %s\n", is_good ? "ok" : "not ok", ++watch->number, what, measured);
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
watch_opening (Watch *watch, const char *id, const char *away)
{
  double times[REPEATS];
  g_autofree char *what = g_strdup_printf ("the page %s opens within %.0f ms", id, PAGE_LIMIT_MS);
  g_autofree char *measured = NULL;

  for (int i = 0; i < REPEATS; i++) {
    double start;

    gr_frame_go (GR_FRAME (watch->window), away, 0);
    settle (150);
    start = now_ms();
    gr_frame_go (GR_FRAME (watch->window), id, 0);
    wait_for_paint (watch);
    times[i] = now_ms() - start;
  }
  watch->longest_ms = 0;
  settle (400);
  qsort (times, REPEATS, sizeof times[0], compare_doubles);
  measured = g_strdup_printf (
      "%s: median %.1f ms, worst %.1f ms to the first frame; then the loop was away for %.1f ms at most", id,
      times[REPEATS / 2], times[REPEATS - 1], watch->longest_ms);
  report (watch, times[REPEATS / 2] <= PAGE_LIMIT_MS, what, measured);
}

static void
list_loaded_cb (GrPagedModel *list, Watch *watch)
{
  watch->n_lists++;
}

static gboolean
pass_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* @answered: until the list had the answer, the rest is GTK's filling and painting of rows. */
static double
type_key (Watch *watch, const char *text, double *answered)
{
  double start = now_ms();
  guint before = watch->n_lists, timeout_id;
  gboolean is_over = FALSE;

  gr_page_set_search (gr_frame_get_page (GR_FRAME (watch->window)), text);
  timeout_id = g_timeout_add (400, pass_cb, &is_over);
  while (watch->n_lists == before && !is_over)
    g_main_context_iteration (NULL, TRUE);
  if (watch->n_lists == before)
    return -1; /* the same list as before: nothing to show */
  g_source_remove (timeout_id);
  *answered += now_ms() - start;
  wait_for_paint (watch);
  return now_ms() - start;
}

static void
watch_search (Watch *watch, const char *id)
{
  static const char *const keys[] = {"c", "ch", "cho", "choc", "cho", "ca", "can", "c", "s", "st", ""};
  GtkWidget *view;
  GListModel *list;
  gulong handler;
  double worst = 0, sum = 0, answered = 0;
  int n = 0;
  g_autofree char *what = g_strdup_printf ("a search on the page %s answers within %.0f ms a key", id, SEARCH_LIMIT_MS);
  g_autofree char *measured = NULL;

  gr_frame_go (GR_FRAME (watch->window), id, 0);
  settle (500);
  view = find_child (GTK_WIDGET (gr_frame_get_page (GR_FRAME (watch->window))), GTK_TYPE_COLUMN_VIEW);
  if (view == NULL) {
    report (watch, FALSE, what, "there is no table on the page");
    return;
  }
  list = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  handler = g_signal_connect (list, "loaded", G_CALLBACK (list_loaded_cb), watch);
  watch->longest_ms = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    double before = answered, worked = work_ms();
    double took = type_key (watch, keys[i], &answered);

    worked = work_ms() - worked;
    if (g_getenv ("GRANARY_VERBOSE"))
      g_print ("# “%s”: list %.1f ms, painted %.1f ms, main thread worked %.1f ms\n", keys[i], answered - before, took,
          worked);

    worst = MAX (worst, took);
    sum += MAX (0, took);
    n += took >= 0;
    settle (KEY_PAUSE_MS);
  }
  g_signal_handler_disconnect (list, handler);
  measured = g_strdup_printf (
      "%s: mean %.1f ms (list %.1f), worst %.1f ms of %d answers until painted; the loop was away for %.1f ms at most",
      id, sum / MAX (1, n), answered / MAX (1, n), worst, n, watch->longest_ms);
  report (watch, n > 0 && sum / n <= SEARCH_LIMIT_MS, what, measured);
}

static void
watch_scrolling (Watch *watch, const char *id)
{
  GtkWidget *view;
  GtkAdjustment *adjustment;
  int dropped = 0;
  double worst = 0, work = 0;
  g_autofree char *what = g_strdup_printf ("scrolling the page %s drops no frame", id);
  g_autofree char *measured = NULL;

  gr_frame_go (GR_FRAME (watch->window), id, 0);
  settle (500);
  view = find_child (GTK_WIDGET (gr_frame_get_page (GR_FRAME (watch->window))), GTK_TYPE_COLUMN_VIEW);
  if (view == NULL) {
    report (watch, FALSE, what, "there is no table on the page");
    return;
  }
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  for (int i = 0; i < SCROLL_FRAMES; i++) {
    double start = now_ms(), worked = work_ms(), took;

    watch->longest_ms = 0;
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 60);
    wait_for_paint (watch);
    took = now_ms() - start;
    dropped += took > 2 * FRAME_MS && work_ms() - worked > FRAME_MS; /* late by its own doing */
    worst = MAX (worst, took);
    work = MAX (work, watch->longest_ms);
  }
  measured =
      g_strdup_printf ("%s: %d of %d frames later than the next one but one; worst %.1f ms, of which %.1f ms work", id,
          dropped, SCROLL_FRAMES, worst, work);
  report (watch, dropped <= SCROLL_FRAMES / 60 * slack(), what, measured);
}

static char *
make_demo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("granary-watch-XXXXXX", NULL);
  char *path = g_build_filename (folder, "demo.granary", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = gr_shop_create_demo (path, gr_clock_fixed (gr_date_from_ymd (2026, 11, 22)), NULL, &error);

  g_assert_no_error (error);
  return path;
}

static void
watch_all (Watch *watch)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);
  const char *away = NULL;

  for (gsize i = 0; i < n; i++) {
    if (entries[i].title == NULL)
      continue;
    watch_opening (watch, entries[i].id, away != NULL ? away : "stock");
    away = entries[i].id;
  }
  watch_search (watch, "stock");
  watch_search (watch, "planning");
  watch_scrolling (watch, "stock");
  watch_scrolling (watch, "planning");
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GrApplication) application = NULL;
  g_autoptr (GrShop) shop = NULL;
  g_autoptr (GrSettings) settings = NULL;
  Watch watch = {0};
  GrDate today = gr_date_from_ymd (2026, 11, 22);

  if (argc > 2 && !gr_date_parse (argv[2], &today, &error))
    g_error ("%s", error->message);
  path = argc > 1 ? g_strdup (argv[1]) : make_demo();
  watch_of_poll = &watch;
  g_main_context_set_poll_func (NULL, poll_watched);
  application = gr_application_new();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  shop = gr_shop_open (path, gr_clock_fixed (today), &error);
  g_assert_no_error (error);
  settings = gr_settings_new();
  watch.window = gr_window_new (GTK_APPLICATION (application), settings);
  gtk_window_set_default_size (GTK_WINDOW (watch.window), 1180, 760);
  gr_window_set_shop (watch.window, shop);
  gtk_window_present (GTK_WINDOW (watch.window));
  settle (1500);
  g_signal_connect (
      gtk_widget_get_frame_clock (GTK_WIDGET (watch.window)), "after-paint", G_CALLBACK (painted_cb), &watch);
  watch_all (&watch);
  g_print ("1..%d\n", watch.number);
  gtk_window_destroy (GTK_WINDOW (watch.window));
  settle (100);
  return watch.n_failed == 0 ? 0 : 1;
}
