/* A shop whose file can't be read any more says so on every page, and shows itself again when it can. */
#include "app-test.h"

#include "app/frame/page-registry.h"
#include "app/frame/window-actions.h"
#include "app/frame/window.h"
#include "app/widgets/item-search.h"

#include "domain/trade/supplier.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/purchasing/orders.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  GrShop *shop;
  GrSettings *settings;
  GrWindow *window;
  gint64 ids[3]; /* of an item, a supplier and an order */
  GBytes *good[2];
} Fixture;

static const char *const suffixes[] = {"", "-wal"};

/* What an open connection keeps of the file it reads again only when somebody has written: the index of the log says
 * so, and one of nothing but zeroes is read as written to. */
static void
spoil_index (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (gr_shop_path (fixture->shop), "-shm", NULL);
  static const char zeroes[136];
  int file = g_open (path, O_RDWR, 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, zeroes, sizeof zeroes, 0), ==, (gssize) sizeof zeroes);
  close (file);
}

/* In place: the program has the file open. */
static void
overwrite (Fixture *fixture, guint i, const char *data, gsize length)
{
  g_autofree char *path = g_strconcat (gr_shop_path (fixture->shop), suffixes[i], NULL);
  int file = g_open (path, O_RDWR | O_TRUNC, 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, data, length, 0), ==, (gssize) length);
  close (file);
}

static void
damage (Fixture *fixture)
{
  gsize length = g_bytes_get_size (fixture->good[0]);
  g_autofree char *rubbish = g_malloc (length);

  memset (rubbish, 0x55, length);
  overwrite (fixture, 0, rubbish, length);
  overwrite (fixture, 1, "", 0);
  spoil_index (fixture);
}

static void
mend (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    overwrite (fixture, i, g_bytes_get_data (fixture->good[i], NULL), g_bytes_get_size (fixture->good[i]));
  spoil_index (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();
  g_autoptr (GError) error = NULL;

  fixture->shop = app_test_make_shop (3);
  fixture->ids[0] = 1;
  supplier->name = g_strdup ("Mill");
  fixture->ids[1] = gr_shop_save_supplier (fixture->shop, supplier, &error);
  g_assert_no_error (error);
  fixture->ids[2] = gr_shop_new_order (fixture->shop, fixture->ids[1], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = g_strconcat (gr_shop_path (fixture->shop), suffixes[i], NULL);
    char *data;
    gsize length;

    g_assert_true (g_file_get_contents (path, &data, &length, NULL));
    fixture->good[i] = g_bytes_new_take (data, length);
  }
  fixture->settings = gr_settings_new();
  fixture->window = gr_window_new (NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gr_window_set_shop (fixture->window, fixture->shop);
  app_test_settle();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_test_settle();
  g_assert_finalize_object (fixture->settings);
  app_test_drop_shop (fixture->shop);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    g_bytes_unref (fixture->good[i]);
}

static gint64
id_for (Fixture *fixture, const char *page_id)
{
  const char *const ids[] = {"item", "supplier", "order"};

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], page_id))
      return fixture->ids[i];
  return 0;
}

static void
go (Fixture *fixture, const char *page_id)
{
  gr_frame_go (GR_FRAME (fixture->window), page_id, id_for (fixture, page_id));
}

/* The message that stands in the place of the whole page. */
static const char *
message_of (gpointer window)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (gr_frame_get_page (window)));

  if (!ADW_IS_STATUS_PAGE (child) || !adw_status_page_get_description (ADW_STATUS_PAGE (child)))
    return NULL;
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (child)), ==, "The shop file can’t be read");
  return adw_status_page_get_description (ADW_STATUS_PAGE (child));
}

static gboolean
says_damaged (gpointer window)
{
  return message_of (window) && g_str_equal (message_of (window), "The shop file is damaged.");
}

static gboolean
says_busy (gpointer window)
{
  return message_of (window) && strstr (message_of (window), "Another program is writing");
}

static gboolean
is_read (gpointer window)
{
  return message_of (window) == NULL;
}

static void
try_again (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (gr_frame_get_page (GR_FRAME (fixture->window)));

  gtk_widget_activate_action (app_test_find (page, GTK_TYPE_BUTTON), "page.try-again", NULL);
}

/* Seen before it was damaged, or not: every page but the one without a shop says so. */
static void
test_damaged (Fixture *fixture, gconstpointer seen_before)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  for (gsize i = 1; i < n && seen_before; i++) {
    go (fixture, entries[i].id);
    app_test_wait_for (is_read, fixture->window);
  }
  app_test_settle();
  damage (fixture);
  g_signal_emit_by_name (fixture->shop, "changed", GR_NOUN_ALL);
  for (gsize i = 1; i < n; i++) {
    g_test_message ("%s", entries[i].id);
    go (fixture, entries[i].id);
    g_assert_true (G_OBJECT_TYPE (gr_frame_get_page (GR_FRAME (fixture->window))) == entries[i].get_type());
    app_test_wait_for (says_damaged, fixture->window);
    try_again (fixture);
    app_test_wait_for (says_damaged, fixture->window);
  }
  mend (fixture);
  for (gsize i = 1; i < n; i++) {
    go (fixture, entries[i].id);
    app_test_settle();
    app_test_wait_for (is_read, fixture->window);
  }
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Corner shop");
}

/* A code that can't be looked up is not said to be of no item. */
static void
test_scan (Fixture *fixture, gconstpointer unused)
{

  go (fixture, "stock");
  app_test_settle();
  damage (fixture);
  app_test_wait_for (is_read, fixture->window);
  g_assert_false (gr_window_actions_scan (GR_FRAME (fixture->window), "ITEM-1"));
  app_test_wait_for (says_damaged, fixture->window);
  mend (fixture);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

/* Nor is it where items are offered while a code is typed. */
static void
test_search (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *search, *entry, *popover;

  go (fixture, "order");
  app_test_settle();
  search = app_test_find (GTK_WIDGET (gr_frame_get_page (GR_FRAME (fixture->window))), GR_TYPE_ITEM_SEARCH);
  entry = app_test_find (search, GTK_TYPE_ENTRY);
  popover = app_test_find (search, GTK_TYPE_POPOVER);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ITEM");
  app_test_wait_for (is_visible, popover);
  damage (fixture);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ITEM-1");
  app_test_wait_for (says_damaged, fixture->window);
  g_assert_false (gtk_widget_get_visible (popover));
  mend (fixture);
}

/* What can't be looked up is not nothing to undo: it is said at once, before the watch of the file comes to it. */
static void
test_undo (Fixture *fixture, gconstpointer action)
{
  go (fixture, "stock");
  app_test_settle();
  gtk_widget_action_set_enabled (GTK_WIDGET (fixture->window), action, TRUE);
  damage (fixture);
  g_assert_true (is_read (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  for (int i = 0; i < 100 && !says_damaged (fixture->window); i++) /* a moment later, not a second */
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (says_damaged (fixture->window));
  mend (fixture);
}

/* Another process that makes the log's index anew, and never gets done: nobody can read meanwhile. It says so by the
 * first pipe and ends when the second is closed. */
static GPid
hold (Fixture *fixture, int *end)
{
  g_autofree char *path = g_strconcat (gr_shop_path (fixture->shop), "-shm", NULL);
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 120, .l_len = 8};
  int held[2], ends[2];
  char told = 0;
  GPid child;

  g_assert_cmpint (pipe (held), ==, 0);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork();
  if (child == 0) {
    int file = open (path, O_RDWR);

    close (ends[1]);
    if (fcntl (file, F_SETLKW, &lock) == 0 && write (held[1], "", 1) == 1)
      _exit ((int) read (ends[0], &told, 1));
    _exit (1);
  }
  close (held[1]);
  close (ends[0]);
  g_assert_cmpint (read (held[0], &told, 1), ==, 1);
  close (held[0]);
  *end = ends[1];
  return child;
}

/* No list that is empty for want of reading: the page says who is at fault, and Try again brings it back. */
static void
test_busy (Fixture *fixture, gconstpointer unused)
{
  int end, status;
  GPid other;

  go (fixture, "suppliers");
  app_test_settle();
  other = hold (fixture, &end);
  spoil_index (fixture);
  try_again (fixture);
  app_test_wait_for (says_busy, fixture->window);
  close (end);
  g_assert_cmpint (waitpid (other, &status, 0), ==, other);
  g_assert_cmpint (status, ==, 0);
  try_again (fixture);
  app_test_wait_for (is_read, fixture->window);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/reading/damaged/seen-before", test_damaged, "seen");
  ADD ("/reading/damaged/new", test_damaged, NULL);
  ADD ("/reading/scan", test_scan, NULL);
  ADD ("/reading/search", test_search, NULL);
  ADD ("/reading/undo", test_undo, "win.undo");
  ADD ("/reading/redo", test_undo, "win.redo");
  ADD ("/reading/busy", test_busy, NULL);
  return g_test_run();
}
