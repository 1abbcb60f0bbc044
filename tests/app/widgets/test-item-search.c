#include "app/widgets/item-search.h"

#include "app-test.h"

typedef struct {
  GrShop *shop;
  GtkWidget *window;
  GtkWidget *search;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
  gint64 chosen; /* item's id */
  int n_chosen;
} Fixture;

static void
chosen_cb (Fixture *fixture, gint64 item_id, gint64 qty)
{
  fixture->chosen = item_id;
  fixture->n_chosen++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->shop = app_test_make_shop (12);
  fixture->search = gr_item_search_new();
  gr_item_search_set_shop (GR_ITEM_SEARCH (fixture->search), fixture->shop, 0);
  g_signal_connect_swapped (fixture->search, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = app_test_show (fixture->search, 400, 300);
  fixture->entry = app_test_find (fixture->search, GTK_TYPE_ENTRY);
  fixture->popover = app_test_find (fixture->search, GTK_TYPE_POPOVER);
  fixture->list = app_test_find (fixture->popover, GTK_TYPE_LIST_BOX);
  gtk_widget_grab_focus (fixture->search);
}

/* What was asked and is not wanted any more still runs. */
static gboolean
is_left_alone (gpointer shop)
{
  return G_OBJECT (shop)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_test_wait_for (is_left_alone, fixture->shop);
  app_test_drop_shop (fixture->shop);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static void
enter (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->entry, "activate");
}

static gboolean
is_offered (gpointer data)
{
  return gtk_widget_get_visible (((Fixture *) data)->popover);
}

static gboolean
has_chosen (gpointer data)
{
  return ((Fixture *) data)->n_chosen > 0;
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->list), (int) n))
    n++;
  return n;
}

/* What matches is read in a thread: nothing is there until the main loop has run. */
static void
test_offers (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "thing");
  g_assert_false (is_offered (fixture));
  app_test_wait_for (is_offered, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 8);
  enter (fixture);
  g_assert_cmpint (fixture->chosen, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  app_test_settle();
  g_assert_false (is_offered (fixture));
}

/* Only what the last words find is shown. */
static void
test_last_words (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "thing");
  type (fixture, "thing 12");
  app_test_wait_for (is_offered, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  app_test_settle();
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* Enter pressed before anything is found takes the first of what is found, once. */
static void
test_fast_hands (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "thing 7");
  enter (fixture);
  g_assert_cmpint (fixture->n_chosen, ==, 0);
  app_test_wait_for (has_chosen, fixture);
  app_test_settle();
  g_assert_cmpint (fixture->n_chosen, ==, 1);
  g_assert_cmpint (fixture->chosen, ==, 7);
  g_assert_false (is_offered (fixture));
}

/* Not where other words were written meanwhile, nor where the entry was left. */
static void
test_changed_mind (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "thing 7");
  enter (fixture);
  type (fixture, "thing 8");
  app_test_wait_for (is_offered, fixture);
  app_test_settle();
  g_assert_cmpint (fixture->n_chosen, ==, 0);
  type (fixture, "thing 9");
  enter (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  app_test_settle();
  g_assert_cmpint (fixture->n_chosen, ==, 0);
}

/* A code is taken at once, in either case. */
static void
test_code (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "item-5");
  enter (fixture);
  g_assert_cmpint (fixture->chosen, ==, 5);
}

static gboolean
is_selected (gpointer entry)
{
  int start, end;

  return gtk_editable_get_selection_bounds (entry, &start, &end) && end - start == 6;
}

/* What nothing has is kept, to be written over; what was offered before is not taken for it. */
static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "thing 3");
  app_test_wait_for (is_offered, fixture);
  type (fixture, "zzzzzz");
  enter (fixture);
  app_test_wait_for (is_selected, fixture->entry);
  g_assert_cmpint (fixture->n_chosen, ==, 0);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/item-search/offers", test_offers);
  ADD ("/item-search/last-words", test_last_words);
  ADD ("/item-search/fast-hands", test_fast_hands);
  ADD ("/item-search/changed-mind", test_changed_mind);
  ADD ("/item-search/code", test_code);
  ADD ("/item-search/nothing", test_nothing);
  return g_test_run();
}
