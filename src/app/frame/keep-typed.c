#include "keep-typed.h"

#include "app/widgets/edit-row.h"

static gboolean
stands_before (GtkWindow *dialog, GtkWindow *window)
{
  while (dialog && dialog != window)
    dialog = gtk_window_get_transient_for (dialog);
  return dialog != NULL;
}

/* The window and its dialogs, over however many steps; those that came last first. */
static GList *
list_windows (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels();
  GList *windows = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    GtkWindow *one = g_list_model_get_item (all, i);

    if (stands_before (one, window))
      windows = g_list_prepend (windows, one);
    else
      g_object_unref (one);
  }
  return windows;
}

static void
free_windows (GList *windows)
{
  g_list_free_full (windows, g_object_unref);
}

/* What waits for another program to let go of the file waits no longer. */
static void
settle (GtkWidget *widget)
{
  if (GR_IS_EDIT_ROW (widget))
    gr_edit_row_settle (GR_EDIT_ROW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    settle (child);
}

/**
 * gr_keep_typed:
 *
 * Leaves the field that is being typed into, in the window and in its dialogs, so that it is saved. A form that is
 * complete saves itself by its action “form.keep”.
 *
 * Returns: %FALSE where that led to a question, which is on screen now
 */
gboolean
gr_keep_typed (GtkWindow *window)
{
  GList *before = list_windows (window);
  GList *after;
  gboolean is_asked;

  for (GList *at = before; at; at = at->next) {
    gtk_window_set_focus (at->data, NULL);
    settle (at->data);
    gtk_widget_activate_action (at->data, "form.keep", NULL);
  }
  after = list_windows (window);
  is_asked = g_list_length (after) > g_list_length (before);
  free_windows (before);
  free_windows (after);
  return !is_asked;
}

/**
 * gr_close_dialogs:
 *
 * Those of the window: without it they would keep the program running with nothing to be seen of it.
 */
void
gr_close_dialogs (GtkWindow *window)
{
  GList *windows = list_windows (window);

  for (GList *at = windows; at; at = at->next)
    if (at->data != window)
      gtk_window_destroy (at->data);
  free_windows (windows);
}
