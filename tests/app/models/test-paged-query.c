#include "paged-rows.h"

#include "domain/base/error.h"

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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
  g_autoptr (GError) seen = NULL;

  paged_rows_set_range (model, shop, 1, 10);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
  GListModel *list = G_LIST_MODEL (model);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_autoptr (GrRow) third = NULL, sixth = NULL;
  g_autoptr (GtkBitset) said = gtk_bitset_new_empty();
  guint seen[4] = {0};
  int changes = 0;

  paged_rows_set_range (model, shop, 1, 30);
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
  g_assert_cmpint (((PagedRow *) gr_row_get_data (third))->id, ==, 6);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
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

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/paged-query/drops-late-answers", test_drops_late_answers);
  g_test_add_func ("/paged-query/drops-answer-after-clear", test_drops_answer_after_clear);
  g_test_add_func ("/paged-query/says-failure", test_says_failure);
  g_test_add_func ("/paged-query/reuses-rows", test_reuses_rows);
  g_test_add_func ("/paged-query/grows", test_grows);
  return g_test_run();
}
