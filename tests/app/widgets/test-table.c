#include "app/widgets/table/table.h"

#include "app-test.h"
#include "app/frame/settings.h"
#include "app/widgets/table/table-state.h"

static char *
text_of (gconstpointer row, gpointer data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) row);
}

static const GrTableColumn columns[] = {
    {.id = "name", .title = "Name", .width = 100, .expands = TRUE, .is_sortable = TRUE, .text = text_of},
    {.id = "stock", .title = "Stock", .width = 100, .kind = GR_CELL_NUMBER, .is_sortable = TRUE, .text = text_of},
    {.id = "family", .title = "Family", .width = 100, .rank = 2, .text = text_of},
    {.id = "value", .title = "Value", .unit = "EUR", .width = 100, .rank = 1, .kind = GR_CELL_NUMBER, .text = text_of},
    {.id = "unit", .title = "Unit", .width = 100, .rank = 3, .is_hidden = TRUE, .text = text_of},
};

static GPtrArray *
fetch (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error)
{
  GPtrArray *rows = g_ptr_array_new();

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (rows, g_memdup2 (&ids[i], sizeof ids[i]));
  return rows;
}

static gint64
id_of (gconstpointer row)
{
  return *(const gint64 *) row;
}

typedef struct {
  GrShop *shop;
  GrPagedModel *model;
  GrTable *table;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer n_rows)
{
  static const GrRowSource source = {fetch, id_of, g_free, NULL};
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 1; i <= GPOINTER_TO_INT (n_rows); i++)
    g_array_append_val (ids, i);
  fixture->shop = app_test_make_shop (0);
  fixture->model = gr_paged_model_new (&source, FALSE);
  fixture->table = GR_TABLE (gr_table_new());
  gr_table_set_columns (fixture->table, columns, G_N_ELEMENTS (columns), NULL);
  gr_table_set_empty (fixture->table, &(GrTableEmpty){"edit-find-symbolic", "Nothing <b>", "None & nil", NULL, NULL});
  gr_table_set_model (fixture->table, fixture->model);
  gr_paged_model_set_ids (fixture->model, fixture->shop, (const gint64 *) (gconstpointer) ids->data, ids->len);
  fixture->window = app_test_show (GTK_WIDGET (fixture->table), 640, 480);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_ref (fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gr_paged_model_clear (fixture->model);
  app_test_settle();
  g_assert_finalize_object (fixture->table);
  g_assert_finalize_object (fixture->model);
  app_test_drop_shop (fixture->shop);
}

static int
count_visible (GrTable *table)
{
  GtkWidget *view = app_test_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  int n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

    n += gtk_column_view_column_get_visible (column);
  }
  return n;
}

static void
test_drops_columns (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    int width, n;
  } cases[] = {{640, 4}, {350, 3}, {250, 2}, {640, 4}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_widget_size_allocate (GTK_WIDGET (fixture->table), &(GtkAllocation){0, 0, cases[i].width, 400}, -1);
    while (g_main_context_iteration (NULL, FALSE) && count_visible (fixture->table) != cases[i].n)
      ;
    g_assert_cmpint (count_visible (fixture->table), ==, cases[i].n);
  }
}

/* GtkEditableLabel in a column view crashes GTK 4.8.3 on these keys; our cells must not. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  static const guint keys[] = {GDK_KEY_End, GDK_KEY_Page_Up, GDK_KEY_Home, GDK_KEY_Page_Down, GDK_KEY_Down};
  GtkWidget *view = app_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *list = gtk_widget_get_last_child (view);

  gr_table_focus (fixture->table);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    app_test_press (list, keys[i]);
    app_test_settle();
    if (keys[i] == GDK_KEY_End)
      g_assert_cmpint (gr_paged_model_get_selected (fixture->model), ==, 1000);
    if (keys[i] == GDK_KEY_Home)
      g_assert_cmpint (gr_paged_model_get_selected (fixture->model), ==, 1);
  }
  g_assert_cmpint (gr_paged_model_get_selected (fixture->model), >, 10);
}

static void
count_cb (gpointer table, int *count)
{
  (*count)++;
}

static void
test_reports_sort (Fixture *fixture, gconstpointer unused)
{
  gboolean is_descending = TRUE;
  int n_reports = 0;

  g_signal_connect (fixture->table, "sort-changed", G_CALLBACK (count_cb), &n_reports);
  g_assert_null (gr_table_get_sort (fixture->table, &is_descending));
  gr_table_set_sort (fixture->table, "stock", FALSE);
  g_assert_cmpstr (gr_table_get_sort (fixture->table, &is_descending), ==, "stock");
  g_assert_false (is_descending);
  gr_table_set_sort (fixture->table, "name", TRUE);
  g_assert_cmpstr (gr_table_get_sort (fixture->table, &is_descending), ==, "name");
  g_assert_true (is_descending);
  g_assert_cmpint (n_reports, >=, 2);
}

static void
note_id_cb (GrTable *table, gint64 id, gint64 *seen)
{
  *seen = id;
}

static void
test_activates (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *view = app_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);
  gint64 seen = 0;

  g_signal_connect (fixture->table, "activated", G_CALLBACK (note_id_cb), &seen);
  g_signal_emit_by_name (view, "activate", 4);
  g_assert_cmpint (seen, ==, 5);
}

static void
test_is_empty (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *empty = app_test_find (GTK_WIDGET (fixture->table), ADW_TYPE_STATUS_PAGE);

  g_assert_true (gtk_widget_get_mapped (empty));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (empty)), ==, "Nothing &lt;b&gt;");
  gr_paged_model_set_ids (fixture->model, fixture->shop, (const gint64[]){1}, 1);
  app_test_settle();
  g_assert_false (gtk_widget_get_mapped (empty));
}

/* The last row goes while the keyboard is on it: the keyboard stays in the list's place. */
static void
test_keeps_focus (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *empty = app_test_find (GTK_WIDGET (fixture->table), ADW_TYPE_STATUS_PAGE);

  gr_table_focus (fixture->table);
  app_test_settle();
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  gr_paged_model_set_ids (fixture->model, fixture->shop, NULL, 0);
  app_test_settle();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == empty);
}

/* Whoever is elsewhere is not called to a list that becomes empty. */
static void
test_takes_no_focus (Fixture *fixture, gconstpointer unused)
{
  gr_table_focus (fixture->table);
  app_test_settle();
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gr_paged_model_set_ids (fixture->model, fixture->shop, NULL, 0);
  app_test_settle();
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

static GtkColumnViewColumn *
column_at (GrTable *table, guint i)
{
  GtkWidget *view = app_test_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), i);

  return column;
}

/* Column "stock" is drawn wider; the next run finds it so, and the others as they were. */
static void
test_widths_are_remembered (void)
{
  g_autoptr (GrSettings) settings = gr_settings_new();

  for (int run = 0; run < 2; run++) {
    GtkWidget *window = gtk_window_new();
    GrTable *table = GR_TABLE (gr_table_new());
    g_autofree char *kept = NULL;

    gr_settings_attach (settings, GTK_WINDOW (window));
    gr_table_set_columns (table, columns, G_N_ELEMENTS (columns), NULL);
    gr_table_remember (table, "widths-test");
    gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
    gtk_window_present (GTK_WINDOW (window));
    app_test_settle();
    if (run == 0)
      gtk_column_view_column_set_fixed_width (column_at (table, 1), 163); /* as GTK does while it is drawn */
    g_assert_cmpint (gtk_column_view_column_get_fixed_width (column_at (table, 1)), ==, 163);
    g_assert_cmpint (gtk_column_view_column_get_fixed_width (column_at (table, 0)), ==, -1);
    gtk_window_destroy (GTK_WINDOW (window));
    app_test_settle();
    kept = gr_settings_get_table (settings, "widths-test");
    g_assert_nonnull (strstr (kept, "widths=stock:163"));
    g_assert_null (strstr (kept, "value:"));
  }
}

/* By the menu of the headers; what is always there has no action. */
static void
test_columns_are_chosen (Fixture *fixture, gconstpointer n_rows)
{
  int before = count_visible (fixture->table);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "column.family", NULL));
  g_assert_cmpint (count_visible (fixture->table), ==, before - 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "column.family", NULL));
  g_assert_cmpint (count_visible (fixture->table), ==, before);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "column.name", NULL));
}

static void
test_state (void)
{
  GrTableState *state = gr_table_state_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *text = NULL;
  gboolean is_descending;
  guint sort;

  g_assert_true (gr_table_state_is_hidden (state, 4));
  g_assert_false (gr_table_state_get_sort (state, &sort, &is_descending));
  gr_table_state_parse (state, "hidden=family,name,nonsense;sort=stock:descending;more=x");
  g_assert_true (gr_table_state_is_hidden (state, 2));
  g_assert_false (gr_table_state_is_hidden (state, 0)); /* rank 0 is always there */
  g_assert_false (gr_table_state_is_hidden (state, 4));
  g_assert_true (gr_table_state_get_sort (state, &sort, &is_descending));
  g_assert_cmpuint (sort, ==, 1);
  g_assert_true (is_descending);
  text = gr_table_state_format (state);
  g_assert_cmpstr (text, ==, "hidden=family;sort=stock:descending");
  gr_table_state_set_width (state, 1, 130);
  gr_table_state_parse (state, "widths=value:77,nonsense:9,stock:x,unit:-5,family,name:99999999999");
  g_assert_cmpint (gr_table_state_get_width (state, 3), ==, 77);
  g_assert_cmpint (gr_table_state_get_width (state, 0), ==, 0);
  g_free (text);
  text = gr_table_state_format (state);
  g_assert_cmpstr (text, ==, "hidden=family;widths=stock:130,value:77;sort=stock:descending");
  gr_table_state_parse (state, "sort=value:ascending;hidden"); /* not sortable; torn */
  g_assert_true (gr_table_state_get_sort (state, &sort, &is_descending));
  g_assert_cmpuint (sort, ==, 1);
  gr_table_state_free (state);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
#define ADD(path, func, n) g_test_add (path, Fixture, GINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("/table/drops-columns", test_drops_columns, 20);
  ADD ("/table/keys", test_keys, 1000);
  ADD ("/table/reports-sort", test_reports_sort, 20);
  ADD ("/table/activates", test_activates, 20);
  ADD ("/table/is-empty", test_is_empty, 0);
  ADD ("/table/keeps-focus", test_keeps_focus, 1);
  ADD ("/table/takes-no-focus", test_takes_no_focus, 1);
  g_test_add ("/table/columns-chosen", Fixture, GINT_TO_POINTER (3), set_up, test_columns_are_chosen, tear_down);
  g_test_add_func ("/table/state", test_state);
  g_test_add_func ("/table/widths", test_widths_are_remembered);
  return g_test_run();
}
