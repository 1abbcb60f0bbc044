#include "app/models/paged-model.h"

#include "app-test.h"

#include "domain/base/error.h"

typedef struct {
  int n_fetches;
  int n_rows;
  int reading;
  int n_held; /* rows that were read and not freed yet */
} Counter;

/* A row is its id and the time it was read. */
typedef struct {
  gint64 id;
  int reading;
  Counter *counter;
} Row;

static void
free_row (gpointer row)
{
  ((Row *) row)->counter->n_held--;
  g_free (row);
}

static GPtrArray *
fetch (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error)
{
  Counter *counter = data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  counter->n_fetches++;
  for (gsize i = 0; i < n; i++) {
    Row *row = g_new (Row, 1);

    if (ids[i] < 0) { /* has gone */
      g_free (row);
      continue;
    }
    *row = (Row){ids[i], counter->reading, counter};
    counter->n_held++;
    g_ptr_array_add (rows, row);
    counter->n_rows++;
  }
  return rows;
}

static gint64
id_of (gconstpointer row)
{
  return ((const Row *) row)->id;
}

static GrPagedModel *
make_model (Counter *counter, gboolean selects_many)
{
  GrRowSource source = {fetch, id_of, free_row, counter};

  return gr_paged_model_new (&source, selects_many);
}

static void
set_range (GrPagedModel *model, GrShop *shop, gint64 from, gsize n)
{
  g_autofree gint64 *ids = g_new (gint64, n + 1);

  for (gsize i = 0; i < n; i++)
    ids[i] = from + (gint64) i;
  gr_paged_model_set_ids (model, shop, ids, n);
}

static void
note_change_cb (GListModel *model, guint position, guint removed, guint added, guint *seen)
{
  seen[0] = position;
  seen[1] = removed;
  seen[2] = added;
  seen[3]++;
}

/* Which positions are said to be selected otherwise. */
static void
note_selection_cb (GtkSelectionModel *model, guint position, guint n, GtkBitset *said)
{
  gtk_bitset_add_range (said, position, n);
}

static void
count_cb (gpointer object, int *count)
{
  (*count)++;
}

static void
test_reads_pages (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);

  g_assert_false (gr_paged_model_is_loaded (model));
  set_range (model, shop, 1, 100000);
  g_assert_true (gr_paged_model_is_loaded (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 100000);
  g_assert_cmpint (counter.n_fetches, ==, 0);
  for (guint i = 50000; i < 50064; i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

    g_assert_cmpint (gr_row_get_id (row), ==, i + 1);
    g_assert_cmpint (((Row *) gr_row_get_data (row))->id, ==, i + 1);
  }
  g_assert_cmpint (counter.n_fetches, <=, 2);
  g_assert_cmpint (counter.n_rows, <=, 128);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 100000));

  /* The whole list, once through, in bounded memory and one reading a page. */
  for (guint i = 0; i < 100000; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), i));
  g_assert_cmpint (counter.n_fetches, <=, 100000 / 64 + 4);
  g_assert_cmpint (counter.n_held, <, 6000); /* of 100,000 */

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  g_assert_cmpint (counter.n_held, ==, 0);
  app_test_drop_shop (shop);
}

static void
test_announces_little (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  guint seen[4] = {0};
  gint64 ids[] = {1, 2, 9, 4, 5};

  g_signal_connect (model, "items-changed", G_CALLBACK (note_change_cb), seen);
  set_range (model, shop, 1, 5);
  g_assert_cmpuint (seen[2], ==, 5);
  gr_paged_model_set_ids (model, shop, ids, 5);
  g_assert_cmpuint (seen[0], ==, 2);
  g_assert_cmpuint (seen[1], ==, 1);
  g_assert_cmpuint (seen[2], ==, 1);
  g_assert_cmpuint (seen[3], ==, 2);
  gr_paged_model_set_ids (model, shop, ids, 5);
  g_assert_cmpuint (seen[3], ==, 2); /* nothing changed, nothing said */

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_refreshes_in_place (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  g_autoptr (GrRow) watched = NULL;
  int changes = 0;
  gulong handler;

  set_range (model, shop, 1, 1000);
  watched = g_list_model_get_item (G_LIST_MODEL (model), 10);
  handler = g_signal_connect (watched, "changed", G_CALLBACK (count_cb), &changes);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), 500));
  counter.reading = 7;
  counter.n_rows = 0;
  gr_paged_model_refresh (model);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpint (((Row *) gr_row_get_data (watched))->reading, ==, 7);
  g_assert_cmpint (counter.n_rows, ==, 1); /* only what is looked at */
  g_signal_handler_disconnect (watched, handler);

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_keeps_selection (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  gint64 sorted[] = {30, 10, 20};
  gint64 without[] = {10, 20};
  int selections = 0;

  g_signal_connect (model, "selected", G_CALLBACK (count_cb), &selections);
  set_range (model, shop, 1, 100);
  g_assert_true (gr_paged_model_select (model, 30));
  g_assert_false (gr_paged_model_select (model, 1000));
  g_assert_cmpint (selections, ==, 1);
  gr_paged_model_set_ids (model, shop, sorted, 3);
  g_assert_cmpint (gr_paged_model_get_selected (model), ==, 30);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), 0));
  g_assert_cmpint (selections, ==, 1);
  gr_paged_model_set_ids (model, shop, without, 2);
  g_assert_cmpint (gr_paged_model_get_selected (model), ==, 0);
  g_assert_cmpint (selections, ==, 2);
  g_assert_false (gtk_selection_model_select_all (GTK_SELECTION_MODEL (model)));

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_selects_many (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, TRUE);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);

  set_range (model, shop, 100, 10);
  gtk_selection_model_select_range (selection, 2, 3, TRUE);
  gtk_selection_model_select_item (selection, 8, FALSE);
  gtk_selection_model_unselect_item (selection, 3);
  for (guint i = 0; i < 10; i++)
    g_assert_true (gtk_selection_model_is_selected (selection, i) == (i == 2 || i == 4 || i == 8));

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static GArray *
find_ids (GrShop *shop, gpointer query, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n = GPOINTER_TO_INT (query);

  g_usleep ((gulong) (n == 3 ? 100000 : 1000)); /* the earlier answer comes later */
  for (gint64 i = 1; i <= n; i++)
    g_array_append_val (ids, i);
  return ids;
}

static gboolean
has_five (gpointer model)
{
  return g_list_model_get_n_items (model) == 5;
}

static void
test_drops_late_answers (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  int answers = 0;

  g_signal_connect (model, "loaded", G_CALLBACK (count_cb), &answers);
  gr_paged_model_query (model, shop, &(GrIdQuestion){find_ids, GINT_TO_POINTER (3), NULL, FALSE});
  gr_paged_model_query (model, shop, &(GrIdQuestion){find_ids, GINT_TO_POINTER (5), NULL, FALSE});
  app_test_wait_for (has_five, model);
  app_test_settle();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 5);
  g_assert_cmpint (answers, ==, 1);

  gr_paged_model_clear (model);
  app_test_settle();
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

/* What a question in a thread and the main loop tell each other. */
typedef struct {
  int is_let_go; /* atomic */
  int is_over;   /* atomic */
} Errand;

static GArray *
find_when_let_go (GrShop *shop, gpointer query, GError **error)
{
  Errand *errand = query;

  while (!g_atomic_int_get (&errand->is_let_go))
    g_usleep (1000);
  return find_ids (shop, GINT_TO_POINTER (5), error);
}

static void
note_over (gpointer query)
{
  g_atomic_int_set (&((Errand *) query)->is_over, TRUE);
}

static gboolean
is_over (gpointer errand)
{
  return g_atomic_int_get (&((Errand *) errand)->is_over);
}

/* The shop was closed while its list was being found: it does not come back. */
static void
test_drops_answer_after_clear (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  Errand errand = {0};
  int answers = 0;

  gr_paged_model_query (model, shop, &(GrIdQuestion){find_when_let_go, &errand, note_over, FALSE});
  gr_paged_model_clear (model);
  g_signal_connect (model, "loaded", G_CALLBACK (count_cb), &answers);
  g_atomic_int_set (&errand.is_let_go, TRUE);
  app_test_wait_for (is_over, &errand);
  app_test_settle();
  g_assert_cmpint (answers, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_false (gr_paged_model_is_loaded (model));

  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static GArray *
fail_to_find (GrShop *shop, gpointer query, GError **error)
{
  g_set_error_literal (error, GR_ERROR, GR_ERROR_DAMAGED, "The file is damaged.");
  return NULL;
}

static void
note_failure_cb (GrPagedModel *model, const GError *error, GError **seen)
{
  g_clear_error (seen);
  *seen = g_error_copy (error);
}

static gboolean
has_failed (gpointer error)
{
  return *(GError **) error != NULL;
}

/* What can't be found is said, and what was there stays. */
static void
test_says_failure (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  g_autoptr (GError) seen = NULL;

  set_range (model, shop, 1, 10);
  g_signal_connect (model, "failed", G_CALLBACK (note_failure_cb), &seen);
  gr_paged_model_query (model, shop, &(GrIdQuestion){fail_to_find, NULL, NULL, FALSE});
  app_test_wait_for (has_failed, &seen);
  g_assert_error (seen, GR_ERROR, GR_ERROR_DAMAGED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10);

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static GArray *
find_even_ids (GrShop *shop, gpointer query, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 1; i <= GPOINTER_TO_INT (query); i++) {
    gint64 id = 2 * i;

    g_array_append_val (ids, id);
  }
  return ids;
}

static gboolean
is_answered (gpointer answers)
{
  return *(int *) answers > 0;
}

static void
ask_for_even_ids (GrPagedModel *model, GrShop *shop, int n, gboolean is_same_list)
{
  int answers = 0;
  gulong handler = g_signal_connect (model, "loaded", G_CALLBACK (count_cb), &answers);

  gr_paged_model_query (model, shop, &(GrIdQuestion){find_even_ids, GINT_TO_POINTER (n), NULL, is_same_list});
  app_test_wait_for (is_answered, &answers);
  g_signal_handler_disconnect (model, handler);
}

/* Another list is shown in the rows that are there; the same list read again takes its rows along. */
static void
test_reuses_rows (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  GListModel *list = G_LIST_MODEL (model);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_autoptr (GrRow) third = NULL, sixth = NULL;
  g_autoptr (GtkBitset) said = gtk_bitset_new_empty();
  guint seen[4] = {0};
  int changes = 0;

  set_range (model, shop, 1, 30);
  g_assert_true (gr_paged_model_select (model, 6));
  third = g_list_model_get_item (list, 2);
  sixth = g_list_model_get_item (list, 5);
  g_signal_connect (third, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect (model, "items-changed", G_CALLBACK (note_change_cb), seen);
  g_signal_connect (model, "selection-changed", G_CALLBACK (note_selection_cb), said);

  ask_for_even_ids (model, shop, 20, FALSE); /* 2 4 6 8 ... 40 */
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 20);
  g_assert_cmpuint (seen[3], ==, 1); /* no more than the tail that went */
  g_assert_cmpuint (seen[0], ==, 20);
  g_assert_cmpuint (seen[1], ==, 10);
  g_assert_cmpint (gr_row_get_id (third), ==, 6);
  g_assert_cmpint (((Row *) gr_row_get_data (third))->id, ==, 6);
  g_assert_cmpint (gr_row_get_id (sixth), ==, 12);
  g_assert_cmpint (changes, ==, 1);
  g_assert_true (gtk_selection_model_is_selected (selection, 2)); /* the selection stays with its id */
  g_assert_false (gtk_selection_model_is_selected (selection, 5));
  g_assert_true (gtk_bitset_contains (said, 2) && gtk_bitset_contains (said, 5)); /* and both lines are drawn anew */

  gr_paged_model_set_ids (model, shop, (const gint64[]){1, 2, 4, 6}, 4);
  g_assert_cmpint (gr_row_get_id (third), ==, 6); /* the same row, one place further down */
  ask_for_even_ids (model, shop, 4, TRUE);
  g_assert_cmpint (gr_row_get_id (third), ==, 6);

  gr_paged_model_clear (model);
  app_test_settle();
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_grows (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  GListModel *list = G_LIST_MODEL (model);
  guint first;

  ask_for_even_ids (model, shop, 5000, FALSE);
  first = g_list_model_get_n_items (list);
  g_assert_cmpuint (first, <, 100); /* what fits on a screen is there at once */
  g_assert_cmpuint (first, >=, 30);
  g_assert_true (gr_paged_model_select (model, 8000)); /* who wants more has it all */
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5000);

  gr_paged_model_clear (model);
  app_test_settle();
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_row_that_has_gone (void)
{
  GrShop *shop = app_test_make_shop (0);
  Counter counter = {0};
  GrPagedModel *model = make_model (&counter, FALSE);
  GrRow *row;

  gr_paged_model_set_ids (model, shop, (const gint64[]){1, -2}, 2);
  row = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_cmpint (gr_row_get_id (row), ==, -2);
  g_assert_null (gr_row_get_data (row));
  g_object_unref (row);

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/paged-model/reads-pages", test_reads_pages);
  g_test_add_func ("/paged-model/announces-little", test_announces_little);
  g_test_add_func ("/paged-model/refreshes-in-place", test_refreshes_in_place);
  g_test_add_func ("/paged-model/keeps-selection", test_keeps_selection);
  g_test_add_func ("/paged-model/selects-many", test_selects_many);
  g_test_add_func ("/paged-model/drops-late-answers", test_drops_late_answers);
  g_test_add_func ("/paged-model/drops-answer-after-clear", test_drops_answer_after_clear);
  g_test_add_func ("/paged-model/says-failure", test_says_failure);
  g_test_add_func ("/paged-model/reuses-rows", test_reuses_rows);
  g_test_add_func ("/paged-model/grows", test_grows);
  g_test_add_func ("/paged-model/row-that-has-gone", test_row_that_has_gone);
  return g_test_run();
}
