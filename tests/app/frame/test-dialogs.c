#include "app-test.h"

#include "app/pages/stock/new-item-dialog.h"
#include "app/dialogs/preferences-dialog.h"
#include "app/frame/window.h"

#include "shop/catalogue/item-card.h"

typedef struct {
  GrShop *shop;
  GrSettings *settings;
  GrWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->shop = app_test_make_shop (1);
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
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *all = gtk_window_get_toplevels();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

    if (g_type_is_a (G_OBJECT_TYPE (window), type))
      return window;
  }
  return NULL;
}

/* The n-th entry row of a dialog. */
static GtkWidget *
find_entry (GtkWidget *root, int *n)
{
  if (ADW_IS_ENTRY_ROW (root) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_entry (child, n);

    if (found)
      return found;
  }
  return NULL;
}

static void
type_into (GtkWidget *dialog, int n, const char *text)
{
  GtkWidget *entry = find_entry (dialog, &n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* What was typed is there again after a crash; what was typed wrongly is not accepted; the item is made. */
static void
test_new_item (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *dialog, *add;
  g_autofree char *draft = NULL;
  gint64 id;
  GrQty qty;

  gr_new_item_dialog_present (GR_FRAME (fixture->window));
  app_test_settle();
  dialog = find_dialog (GR_TYPE_NEW_ITEM_DIALOG);
  type_into (dialog, 0, "Tagliatelle & eggs");
  type_into (dialog, 1, "PAS-1");
  type_into (dialog, 3, "two euros");
  add = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_window_destroy (GTK_WINDOW (dialog)); /* as if the program had gone */
  app_test_settle();

  gr_new_item_dialog_present (GR_FRAME (fixture->window));
  app_test_settle();
  dialog = find_dialog (GR_TYPE_NEW_ITEM_DIALOG);
  type_into (dialog, 3, "2,50");
  add = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "clicked");
  app_test_settle();
  g_assert_null (find_dialog (GR_TYPE_NEW_ITEM_DIALOG));
  id = gr_shop_find_item (fixture->shop, "PAS-1", &qty, NULL);
  g_assert_cmpint (id, >, 0);
  draft = gr_settings_get_string (fixture->settings, "item-draft");
  g_assert_cmpstr (draft, ==, "");
}

static void
test_preferences (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *dialog;
  GtkWidget *level;

  gr_preferences_dialog_present (GR_FRAME (fixture->window));
  app_test_settle();
  dialog = find_dialog (GR_TYPE_PREFERENCES_DIALOG);
  level = app_test_find (dialog, GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (level), 97.5);
  app_test_settle();
  g_assert_cmpfloat_with_epsilon (gr_shop_service_level (fixture->shop), 0.975, 1e-9);
  type_into (dialog, 0, "Corner shop & sons");
  {
    int n = 0;

    g_signal_emit_by_name (find_entry (dialog, &n), "entry-activated");
  }
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Corner shop & sons");
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_test_settle();
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/dialogs/new-item", Fixture, NULL, set_up, test_new_item, tear_down);
  g_test_add ("/dialogs/preferences", Fixture, NULL, set_up, test_preferences, tear_down);
  return g_test_run();
}
