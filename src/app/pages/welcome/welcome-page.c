#include "welcome-page.h"

#include "app/frame/settings.h"
#include "app/frame/frame.h"

#include <glib/gi18n.h>

struct _GrWelcomePage {
  GrPage parent_instance;

  GtkWidget *new_shop;
  GtkWidget *recent_group;
  GPtrArray *recent_rows;
};

G_DEFINE_FINAL_TYPE (GrWelcomePage, gr_welcome_page, GR_TYPE_PAGE)

static GtkWidget *
make_recent_row (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = g_markup_escape_text (directory, -1);
  GtkWidget *row = adw_action_row_new();

  if (g_str_has_suffix (name, ".granary"))
    name[strlen (name) - strlen (".granary")] = '\0';
  title = g_markup_escape_text (name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

/* The files may have gone or come since the page was last seen. Enter does what is most likely wanted. */
static void
show_recent_cb (GrWelcomePage *self)
{
  GrFrame *frame = gr_frame_of (self);
  g_auto (GStrv) paths = frame ? gr_settings_get_recent (gr_frame_get_settings (frame)) : NULL;

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->recent_group), g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);
  for (gsize i = 0; paths && paths[i]; i++) {
    GtkWidget *row;

    if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
      continue;
    row = make_recent_row (paths[i]);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->recent_group), row);
    g_ptr_array_add (self->recent_rows, row);
  }
  gtk_widget_set_visible (self->recent_group, self->recent_rows->len > 0);
  gtk_widget_grab_focus (self->recent_rows->len > 0 ? g_ptr_array_index (self->recent_rows, 0) : self->new_shop);
}

static void
gr_welcome_page_finalize (GObject *object)
{
  g_ptr_array_unref (GR_WELCOME_PAGE (object)->recent_rows);
  G_OBJECT_CLASS (gr_welcome_page_parent_class)->finalize (object);
}

static void
gr_welcome_page_class_init (GrWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_welcome_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/welcome/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrWelcomePage, new_shop);
  gtk_widget_class_bind_template_child (widget_class, GrWelcomePage, recent_group);
  gtk_widget_class_bind_template_callback (widget_class, show_recent_cb);
}

static void
gr_welcome_page_init (GrWelcomePage *self)
{
  self->recent_rows = g_ptr_array_new();
  gtk_widget_init_template (GTK_WIDGET (self));
}
