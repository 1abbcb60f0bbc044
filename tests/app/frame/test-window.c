#include "app-test.h"

#include "app/frame/page-registry.h"
#include "app/pages/item/item-view.h"
#include "app/frame/window.h"

#include "domain/base/error.h"
#include "shop/stock/adjust-stock.h"
#include "shop/base/undo-deed.h"
#include "store/stock/location-store.h"
#include "app/widgets/table/table.h"

typedef struct {
  GrShop *shop;
  GrSettings *settings;
  GrWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer n_items)
{
  fixture->shop = app_test_make_shop (GPOINTER_TO_INT (n_items));
  fixture->settings = gr_settings_new();
  fixture->window = gr_window_new (NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gr_window_set_shop (fixture->window, fixture->shop);
  app_test_settle();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_test_settle();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->settings);
  app_test_drop_shop (fixture->shop);
}

static char *
title_of (GrPage *page)
{
  char *title = NULL;

  g_object_get (page, "title", &title, NULL);
  return title;
}

/* Every page of the registry can be gone to, with a shop and without, and fits 360 px. */
static void
test_pages (Fixture *fixture, gconstpointer unused)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  for (gsize i = 0; i < n; i++) {
    GrPage *page;
    int minimum;

    gr_frame_go (GR_FRAME (fixture->window), entries[i].id, 0);
    app_test_settle();
    page = gr_frame_get_page (GR_FRAME (fixture->window));
    g_assert_true (G_OBJECT_TYPE (page) == entries[i].get_type());
    gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_test_message ("%s: %d px", entries[i].id, minimum);
    g_assert_cmpint (minimum, <=, 350);
  }
  gr_window_set_shop (fixture->window, NULL);
  app_test_settle();
  gr_window_set_shop (fixture->window, fixture->shop);
}

static void
test_way_back (Fixture *fixture, gconstpointer unused)
{
  GrPage *stock, *item;
  g_autofree char *title = NULL;

  gr_frame_go (GR_FRAME (fixture->window), "stock", 0);
  stock = gr_frame_get_page (GR_FRAME (fixture->window));
  g_assert_false (gr_frame_go_back (GR_FRAME (fixture->window)));
  gr_frame_show_item (GR_FRAME (fixture->window), 2);
  item = gr_frame_get_page (GR_FRAME (fixture->window));
  g_assert_true (item != stock);
  title = title_of (item);
  g_assert_cmpstr (title, ==, "Thing 2 <b> & more");
  gr_frame_show_item (GR_FRAME (fixture->window), 3);
  gr_frame_show_item (GR_FRAME (fixture->window), 999); /* there is none: nothing happens */
  g_assert_true (gr_frame_go_back (GR_FRAME (fixture->window)));
  g_free (title);
  title = title_of (item);
  g_assert_cmpstr (title, ==, "Thing 2 <b> & more");
  g_assert_true (gr_frame_go_back (GR_FRAME (fixture->window)));
  g_assert_true (gr_frame_get_page (GR_FRAME (fixture->window)) == stock);
}

static gboolean
has_no_rows (gpointer table)
{
  GtkWidget *view = app_test_find (table, GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))) == 0;
}

static gboolean
has_ten_rows (gpointer table)
{
  GtkWidget *view = app_test_find (table, GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))) == 10;
}

static void
test_stock_search (Fixture *fixture, gconstpointer unused)
{
  GrPage *page;
  GtkWidget *table;

  gr_frame_go (GR_FRAME (fixture->window), "stock", 0);
  page = gr_frame_get_page (GR_FRAME (fixture->window));
  table = app_test_find (GTK_WIDGET (page), GR_TYPE_TABLE);
  app_test_wait_for (has_ten_rows, table);
  gr_page_set_search (page, "no such thing");
  app_test_wait_for (has_no_rows, table);
  gtk_widget_activate_action (table, "page.show-all", NULL);
  app_test_wait_for (has_ten_rows, table);
}

static gboolean
is_idle (gpointer window)
{
  return !gr_frame_is_busy (window);
}

/* A deed done on an item's page is seen there, and undone by the window. */
static void
test_deed_and_undo (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = gr_shop_undo_title (fixture->shop);
  g_autofree char *after = NULL;
  GtkWidget *view;

  gr_frame_show_item (GR_FRAME (fixture->window), 1);
  view = app_test_find (GTK_WIDGET (gr_frame_get_page (GR_FRAME (fixture->window))), GR_TYPE_ITEM_VIEW);
  g_assert_cmpint (gr_item_view_get_card (GR_ITEM_VIEW (view))->on_hand, ==, 0);
  gr_shop_adjust_stock (fixture->shop, 1, 0, 7000, "Counted", &error);
  g_assert_no_error (error);
  app_test_settle();
  g_assert_cmpint (gr_item_view_get_card (GR_ITEM_VIEW (view))->on_hand, ==, 7000);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_test_wait_for (is_idle, fixture->window);
  app_test_settle();
  g_assert_cmpint (gr_item_view_get_card (GR_ITEM_VIEW (view))->on_hand, ==, 0);
  after = gr_shop_undo_title (fixture->shop);
  g_assert_cmpstr (after, ==, before);
}

/* How often what belongs to a long work was freed, and what came of it. */
typedef struct {
  int n_data, n_results, n_done_data, n_done;
  int is_let_go; /* atomic */
} Work;

static void
free_data (gpointer work)
{
  ((Work *) work)->n_data++;
}

static void
free_result (gpointer work)
{
  ((Work *) work)->n_results++;
}

static void
free_done_data (gpointer work)
{
  ((Work *) work)->n_done_data++;
}

static void
work_done (GrFrame *frame, gpointer result, gpointer data)
{
  g_assert_true (result == data);
  ((Work *) data)->n_done++;
}

static gpointer
work_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  Work *work = data;

  while (!g_atomic_int_get (&work->is_let_go) && !g_cancellable_is_cancelled (progress->cancellable))
    g_usleep (1000);
  return g_cancellable_set_error_if_cancelled (progress->cancellable, error) ? NULL : work;
}

static gpointer
refused_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  g_set_error_literal (error, GR_ERROR, GR_ERROR_REFUSED, "Not today.");
  return NULL;
}

static gboolean
run (GrWindow *window, GrShopJob job, Work *work)
{
  return gr_frame_run (GR_FRAME (window),
      &(GrFrameWork){"Working…", job, work, free_data, free_result, work_done, work, free_done_data});
}

static void
check_freed (const Work *work, int n_results)
{
  g_assert_cmpint (work->n_data, ==, 1);
  g_assert_cmpint (work->n_done_data, ==, 1);
  g_assert_cmpint (work->n_results, ==, n_results);
  g_assert_cmpint (work->n_done, ==, n_results);
}

/* One work at a time: a second is refused in words, at once, and leaks nothing. */
static void
test_run (Fixture *fixture, gconstpointer unused)
{
  Work first = {0}, second = {0}, refused = {.is_let_go = TRUE};
  GtkWidget *toast;

  g_assert_true (run (fixture->window, work_job, &first));
  g_assert_false (run (fixture->window, work_job, &second));
  check_freed (&second, 0);
  app_test_settle();
  toast = app_test_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  g_atomic_int_set (&first.is_let_go, TRUE);
  app_test_wait_for (is_idle, fixture->window);
  app_test_settle();
  check_freed (&first, 1);

  g_assert_true (run (fixture->window, refused_job, &refused));
  app_test_wait_for (is_idle, fixture->window);
  app_test_settle();
  check_freed (&refused, 0);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels()); i++) {
    g_autoptr (GtkWidget) dialog = g_list_model_get_item (gtk_window_get_toplevels(), i);

    if (ADW_IS_MESSAGE_DIALOG (dialog)) {
      g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "Not today.");
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  }
  g_assert_not_reached();
}

static gboolean
has_gone (gpointer window)
{
  return *(GrWindow **) window == NULL;
}

/* A window that is closed while it works stops the work, closes, and says nothing to nobody. */
static void
test_close_at_work (Fixture *fixture, gconstpointer unused)
{
  GrWindow *closed = fixture->window;
  Work work = {0};

  g_object_add_weak_pointer (G_OBJECT (closed), (gpointer *) &closed);
  g_assert_true (run (closed, work_job, &work));
  gtk_window_close (GTK_WINDOW (closed));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (closed))); /* not before the work has stopped */
  app_test_wait_for (has_gone, &closed);
  check_freed (&work, 0);

  fixture->window = gr_window_new (NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
says_nothing (gpointer window)
{
  return app_test_find (window, g_type_from_name ("AdwToastWidget")) == NULL;
}

/* What was said of one shop, and offered, goes with it, long before its fifteen seconds are over. */
static void
test_said_of_one_shop (Fixture *fixture, gconstpointer unused)
{
  gint64 start;

  gr_frame_offer_undo (GR_FRAME (fixture->window), "Changed");
  app_test_settle();
  g_assert_false (says_nothing (fixture->window));
  start = g_get_monotonic_time();
  gr_window_set_shop (fixture->window, NULL);
  app_test_wait_for (says_nothing, fixture->window);
  g_assert_cmpint (g_get_monotonic_time() - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(path, func, n) g_test_add (path, Fixture, GINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("/window/pages/empty", test_pages, 0);
  ADD ("/window/pages", test_pages, 10);
  ADD ("/window/way-back", test_way_back, 10);
  ADD ("/window/stock-search", test_stock_search, 10);
  ADD ("/window/deed-and-undo", test_deed_and_undo, 10);
  ADD ("/window/run", test_run, 1);
  ADD ("/window/close-at-work", test_close_at_work, 1);
  ADD ("/window/said-of-one-shop", test_said_of_one_shop, 1);
  return g_test_run();
}
