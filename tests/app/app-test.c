#include "app-test.h"

#include "app/frame/application.h"

#include "domain/trade/item.h"
#include "shop/catalogue/add-item.h"

#include <glib/gstdio.h>
#include <locale.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

/**
 * app_test_init:
 *
 * Warnings are fatal; animations are off, so that what is shown is shown at once.
 */
void
app_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  setlocale (LC_ALL, "");
  gtk_test_init (argc, argv, NULL);
  adw_init();
  gr_application_register_resources();
  style = gtk_css_provider_new();
  gtk_css_provider_load_from_resource (style, "/org/granary/Granary/style.css");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default(), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default(), "gtk-enable-animations", FALSE, NULL);
}

/**
 * app_test_make_shop:
 *
 * Returns: (transfer full): a shop in a folder of its own, its items called ITEM-1, "Thing 1" and so on
 */
GrShop *
app_test_make_shop (int n_items)
{
  g_autofree char *folder = g_dir_make_tmp ("granary-app-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.granary", NULL);
  g_autoptr (GError) error = NULL;
  GrShop *shop = gr_shop_create (path, "Corner shop", "EUR", gr_clock_fixed (gr_date_from_ymd (2026, 6, 30)), &error);

  g_assert_no_error (error);
  for (int i = 1; i <= n_items; i++) {
    g_autoptr (GrItem) item = gr_item_new();

    g_free (item->code);
    item->code = g_strdup_printf ("ITEM-%d", i);
    g_free (item->description);
    item->description = g_strdup_printf ("Thing %d <b> & more", i);
    item->unit_cost = 10000 * i;
    gr_shop_add_item (shop, &GR_NEW_ITEM (item), &error);
    g_assert_no_error (error);
  }
  return shop;
}

/**
 * app_test_drop_shop:
 *
 * Frees the shop, which nobody else may hold, and its files.
 */
void
app_test_drop_shop (GrShop *shop)
{
  g_autofree char *path = g_strdup (gr_shop_path (shop));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (shop);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir))) {
    g_autofree char *file = g_build_filename (folder, name, NULL);

    g_unlink (file);
  }
  g_rmdir (folder);
}

void
app_test_wait_for (AppTestFunc is_so, gpointer data)
{
  gint64 until = g_get_monotonic_time() + PATIENCE;

  while (!is_so (data)) {
    g_assert_cmpint (g_get_monotonic_time(), <, until);
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/**
 * app_test_settle:
 *
 * Lets idle work, layout and drawing happen.
 */
void
app_test_settle (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (120, stop_cb, loop);
  g_main_loop_run (loop);
}

/**
 * app_test_show:
 *
 * Returns: (transfer none): a window with the widget in it, drawn once; destroy it with gtk_window_destroy()
 */
GtkWidget *
app_test_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  app_test_settle();
  return window;
}

/**
 * app_test_press:
 *
 * Does what @key is bound to on the widget, as if it were typed there.
 */
void
app_test_press (GtkWidget *widget, guint key)
{
  for (GtkWidget *at = widget; at; at = gtk_widget_get_parent (at)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (at);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
        g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
        GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

        if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
            gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0 &&
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, at,
                gtk_shortcut_get_arguments (shortcut)))
          return;
      }
    }
  }
}

/**
 * app_test_find:
 *
 * Returns: (nullable) (transfer none): the first widget of a type below @root
 */
GtkWidget *
app_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = app_test_find (child, type);

    if (found)
      return found;
  }
  return NULL;
}
