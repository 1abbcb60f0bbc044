#include "paged-rows.h"

static void
note_change_cb (GListModel *model, guint position, guint removed, guint added, guint *seen)
{
  seen[0] = position;
  seen[1] = removed;
  seen[2] = added;
  seen[3]++;
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);

  g_assert_false (gr_paged_model_is_loaded (model));
  paged_rows_set_range (model, shop, 1, 100000);
  g_assert_true (gr_paged_model_is_loaded (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 100000);
  g_assert_cmpint (counter.n_fetches, ==, 0);
  for (guint i = 50000; i < 50064; i++) {
    g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

    g_assert_cmpint (gr_row_get_id (row), ==, i + 1);
    g_assert_cmpint (((PagedRow *) gr_row_get_data (row))->id, ==, i + 1);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
  guint seen[4] = {0};
  gint64 ids[] = {1, 2, 9, 4, 5};

  g_signal_connect (model, "items-changed", G_CALLBACK (note_change_cb), seen);
  paged_rows_set_range (model, shop, 1, 5);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
  g_autoptr (GrRow) watched = NULL;
  int changes = 0;
  gulong handler;

  paged_rows_set_range (model, shop, 1, 1000);
  watched = g_list_model_get_item (G_LIST_MODEL (model), 10);
  handler = g_signal_connect (watched, "changed", G_CALLBACK (count_cb), &changes);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), 500));
  counter.reading = 7;
  counter.n_rows = 0;
  gr_paged_model_refresh (model);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpint (((PagedRow *) gr_row_get_data (watched))->reading, ==, 7);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
  gint64 sorted[] = {30, 10, 20};
  gint64 without[] = {10, 20};
  int selections = 0;

  g_signal_connect (model, "selected", G_CALLBACK (count_cb), &selections);
  paged_rows_set_range (model, shop, 1, 100);
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
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, TRUE);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);

  paged_rows_set_range (model, shop, 100, 10);
  gtk_selection_model_select_range (selection, 2, 3, TRUE);
  gtk_selection_model_select_item (selection, 8, FALSE);
  gtk_selection_model_unselect_item (selection, 3);
  for (guint i = 0; i < 10; i++)
    g_assert_true (gtk_selection_model_is_selected (selection, i) == (i == 2 || i == 4 || i == 8));

  gr_paged_model_clear (model);
  g_assert_finalize_object (model);
  app_test_drop_shop (shop);
}

static void
test_row_that_has_gone (void)
{
  GrShop *shop = app_test_make_shop (0);
  PagedCounter counter = {0};
  GrPagedModel *model = paged_rows_make_model (&counter, FALSE);
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
  g_test_add_func ("/paged-model/row-that-has-gone", test_row_that_has_gone);
  return g_test_run();
}
