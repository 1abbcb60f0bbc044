#include "application.h"

#include "app/compat.h"
#include "app/pages/welcome/new-shop-dialog.h"
#include "app/dialogs/preferences-dialog.h"
#include "granary-resources.h"

#include "shop/demo/demo-shop.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _GrApplication {
  AdwApplication parent_instance;

  GrSettings *settings;
  GrWindow *window; /* (nullable), weak */
  GrClock clock;
  gboolean wants_demo;
  char *import_path; /* (nullable): what to import once a shop is open */
};

G_DEFINE_FINAL_TYPE (GrApplication, gr_application, ADW_TYPE_APPLICATION)

/* Which key does what. */
static const struct {
  const char *action;
  const char *keys[4];
} accelerators[] = {
    {"app.open", {"<Control>o"}},
    {"app.preferences", {"<Control>comma"}},
    {"app.shortcuts", {"<Control>question", "<Control><Shift>question"}},
    {"app.about", {"F1"}},
    {"app.quit", {"<Control>q"}},
    {"window.close", {"<Control>w"}},
    {"win.find", {"<Control>f"}},
    {"win.scan", {"<Control>b"}},
    {"win.undo-here", {"<Control>z"}},
    {"win.redo-here", {"<Control><Shift>z", "<Control>y"}},
    {"win.act", {"<Control>n"}},
    {"win.plan", {"F9"}},
    {"win.back", {"<Alt>Left"}},
    {"win.import::", {"<Control>i"}},
    {"win.events", {"<Control>e"}},
    {"win.history", {"<Control>h"}},
    {"win.print::page", {"<Control>p"}},
    {"win.page-number(1)", {"<Alt>1"}},
    {"win.page-number(2)", {"<Alt>2"}},
    {"win.page-number(3)", {"<Alt>3"}},
    {"win.page-number(4)", {"<Alt>4"}},
    {"win.page-number(5)", {"<Alt>5"}},
};

/* The window that was used last of those that are open. */
static GrWindow *
current_window (GrApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *at = windows; at && !self->window; at = at->next)
    if (GR_IS_WINDOW (at->data))
      g_set_weak_pointer (&self->window, at->data);
  return self->window;
}

static void
window_active_cb (GrWindow *window, GParamSpec *pspec, GrApplication *self)
{
  if (gtk_window_is_active (GTK_WINDOW (window)))
    g_set_weak_pointer (&self->window, window);
}

static GrWindow *
add_window (GrApplication *self)
{
  GrWindow *window = gr_window_new (GTK_APPLICATION (self), self->settings);

  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (window_active_cb), self, 0);
  g_set_weak_pointer (&self->window, window);
  return window;
}

static GrWindow *
need_window (GrApplication *self)
{
  return current_window (self) ? self->window : add_window (self);
}

static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* The window that shows the file already. */
static GrWindow *
find_window (GrApplication *self, const char *path)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at; at = at->next) {
    GrShop *shop = GR_IS_WINDOW (at->data) ? gr_frame_get_shop (at->data) : NULL;

    if (shop && is_same_file (gr_shop_path (shop), path))
      return at->data;
  }
  return NULL;
}

static void
show_window (GrApplication *self, GrWindow *window)
{
  g_set_weak_pointer (&self->window, window);
  gtk_window_present (GTK_WINDOW (window));
  if (self->import_path)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.import", "s", self->import_path);
  g_clear_pointer (&self->import_path, g_free);
}

static void
take_shop (GrApplication *self, GrShop *shop, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  GrWindow *window = need_window (self);

  gr_settings_add_recent (self->settings, absolute);
  gr_window_set_shop (window, shop);
  show_window (self, window);
}

/* Where it can't be opened, says why, and what was shown stays. A file that a window shows already is shown there. */
static void
open_shop (GrApplication *self, const char *path)
{
  GrWindow *window = find_window (self, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = NULL;

  if (window) {
    show_window (self, window);
    return;
  }
  shop = gr_shop_open (path, self->clock, &error);
  if (shop) {
    take_shop (self, shop, path);
    return;
  }
  gtk_window_present (GTK_WINDOW (need_window (self)));
  gr_frame_say_error (GR_FRAME (self->window), _ ("The shop file can’t be opened"), error);
}

static void
create_shop (GrApplication *self, const char *path, const char *name, const char *currency)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = NULL;

  shop = gr_shop_create (path, name, currency, self->clock, &error);
  if (shop)
    take_shop (self, shop, path);
  else
    gr_frame_say_error (GR_FRAME (need_window (self)), _ ("The shop file can’t be created"), error);
}

/* Growing the demo shop takes a moment and happens in a thread of its own. */
typedef struct {
  char *path;
  GrClock clock;
  GrWindow *window; /* (nullable), weak */
} DemoTask;

static void
free_demo_task (gpointer data)
{
  DemoTask *task = data;

  g_clear_weak_pointer (&task->window);
  g_free (task->path);
  g_free (task);
}

static void
demo_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DemoTask *demo = data;
  GrProgress progress = {.cancellable = cancellable};
  g_autofree char *directory = g_path_get_dirname (demo->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) shop = NULL;

  g_mkdir_with_parents (directory, 0700);
  shop = gr_shop_create_demo (demo->path, demo->clock, &progress, &error);
  if (shop)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
demo_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GrApplication *self = GR_APPLICATION (source);
  DemoTask *demo = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_application_release (G_APPLICATION (self));
  if (demo->window) {
    gr_window_end_work (demo->window);
    g_set_weak_pointer (&self->window, demo->window);
  }
  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_shop (self, demo->path);
  else if (demo->window)
    gr_frame_say_error (GR_FRAME (demo->window), _ ("The demo shop can’t be created"), error);
}

/* As it was left; the first time it is grown. */
static void
open_demo (GrApplication *self)
{
  g_autofree char *day =
      self->clock.fixed_today == GR_DATE_NONE ? g_strdup ("") : gr_date_format (self->clock.fixed_today);
  g_autofree char *name = g_strdup_printf ("demo%s%s.granary", *day ? "-" : "", day);
  g_autofree char *path = g_build_filename (g_get_user_data_dir(), "granary", name, NULL);
  g_autoptr (GTask) task = NULL;
  GCancellable *cancellable;
  DemoTask *demo;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    open_shop (self, path);
    return;
  }
  gtk_window_present (GTK_WINDOW (need_window (self)));
  if (!gr_window_begin_work (self->window, _ ("Creating the demo shop…"), &cancellable))
    return;
  demo = g_new (DemoTask, 1);
  *demo = (DemoTask){.path = g_steal_pointer (&path), .clock = self->clock};
  g_set_weak_pointer (&demo->window, self->window);
  g_application_hold (G_APPLICATION (self));
  task = g_task_new (self, cancellable, demo_done_cb, NULL);
  g_task_set_task_data (task, demo, free_demo_task);
  g_task_run_in_thread (task, demo_thread_cb);
}

static void
new_shop_cb (const char *path, const char *name, const char *currency, gpointer data)
{
  create_shop (data, path, name, currency);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GrApplication *self = data;

  gr_new_shop_dialog_present (GTK_WINDOW (need_window (self)), new_shop_cb, self);
}

static void
open_chosen_cb (const char *path, gpointer data)
{
  if (path)
    open_shop (data, path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GrApplication *self = data;

  gr_choose_file_to_open (GTK_WINDOW (need_window (self)), _ ("Open a shop file"), GR_FILES_SHOP, open_chosen_cb, self);
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_shop (data, g_variant_get_string (parameter, NULL));
}

static void
demo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_demo (data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GrWindow *window = need_window (data);

  if (gr_frame_get_shop (GR_FRAME (window)))
    gr_preferences_dialog_present (GR_FRAME (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/granary/Granary/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (need_window (data)));
  gtk_window_present (shortcuts);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gr_show_about (GTK_WINDOW (need_window (data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GrApplication *self = data;

  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  if (!windows)
    g_application_quit (G_APPLICATION (self));
  for (GList *at = windows; at; at = at->next)
    if (GR_IS_WINDOW (at->data))
      gtk_window_close (at->data);
}

/* The session ends, or a person at a terminal is done: as if by Quit, but nothing is asked. */
static gboolean
signal_cb (gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *at = windows; at; at = at->next)
    if (GR_IS_WINDOW (at->data))
      gr_window_close_for_good (at->data);
  if (!gtk_application_get_windows (data))
    g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry app_actions[] = {
    {"new", new_cb},
    {"open", open_cb},
    {"open-recent", open_recent_cb, "s"},
    {"demo", demo_cb},
    {"preferences", preferences_cb},
    {"shortcuts", shortcuts_cb},
    {"about", about_cb},
    {"quit", quit_cb},
};

/**
 * gr_application_register_resources:
 *
 * Makes templates and style known; for the program and for tests of single widgets.
 */
void
gr_application_register_resources (void)
{
  gr_register_resource();
}

static void
gr_application_startup (GApplication *application)
{
  static const int ending[] = {SIGTERM, SIGHUP, SIGINT};
  GrApplication *self = GR_APPLICATION (application);

  gr_application_register_resources();
  G_APPLICATION_CLASS (gr_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (GR_APP_ID);
  gr_settle_focus();
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    g_unix_signal_add (ending[i], signal_cb, self);
  self->settings = gr_settings_new();
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (self), accelerators[i].action, (const char *const *) accelerators[i].keys);
}

static void
gr_application_activate (GApplication *application)
{
  GrApplication *self = GR_APPLICATION (application);
  gboolean wants_demo = self->wants_demo; /* once */
  g_autofree char *last = gr_settings_get_string (self->settings, "last-shop");

  self->wants_demo = FALSE;
  if (wants_demo)
    open_demo (self);
  else if (current_window (self))
    gtk_window_present (GTK_WINDOW (self->window));
  else if (*last && g_file_test (last, G_FILE_TEST_EXISTS))
    open_shop (self, last);
  else
    gtk_window_present (GTK_WINDOW (need_window (self)));
}

static void
gr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GrApplication *self = GR_APPLICATION (application);
  g_autofree char *path = g_file_get_path (files[0]);

  if (!path)
    return;
  if (current_window (self) && gr_frame_get_shop (GR_FRAME (self->window)) && !find_window (self, path))
    add_window (self);
  open_shop (self, path);
}

/* Where the program runs already, that one shows the demo shop. */
static int
tell_first (GApplication *application)
{
  if (!g_application_register (application, NULL, NULL) || !g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "demo", NULL);
  return 0;
}

static int
gr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  GrApplication *self = GR_APPLICATION (application);
  const char *today = NULL;
  GrDate date;
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_lookup (options, "today", "&s", &today)) {
    if (!gr_date_parse (today, &date, &error)) {
      g_printerr ("granary: %s\n", error->message);
      return 2;
    }
    self->clock = gr_clock_fixed (date);
  }
  g_variant_dict_lookup (options, "import", "^ay", &self->import_path);
  self->wants_demo = g_variant_dict_contains (options, "demo");
  if (today || self->import_path) /* what the first program knows nothing of */
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return self->wants_demo ? tell_first (application) : -1;
}

static void
gr_application_finalize (GObject *object)
{
  GrApplication *self = GR_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_free (self->import_path);
  G_OBJECT_CLASS (gr_application_parent_class)->finalize (object);
}

static void
gr_application_class_init (GrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_application_finalize;
  application_class->startup = gr_application_startup;
  application_class->activate = gr_application_activate;
  application_class->open = gr_application_open;
  application_class->handle_local_options = gr_application_handle_local_options;
}

static const GOptionEntry option_entries[] = {
    {"today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Use this day as today"), N_ ("YYYY-MM-DD")},
    {"demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the demo shop"), NULL},
    {"import", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Show the contents of a file, to import it"), N_ ("FILE.csv")},
    {NULL},
};

static void
gr_application_init (GrApplication *self)
{
  self->clock = gr_clock_system();
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE.granary]"));
}

GrApplication *
gr_application_new (void)
{
  return g_object_new (GR_TYPE_APPLICATION, "application-id", GR_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
      "resource-base-path", "/org/granary/Granary", NULL);
}
