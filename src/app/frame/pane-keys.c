#include "pane-keys.h"

#include "page.h"
#include "app/widgets/navigation.h"

#define PANE_CLASS "pane"    /* in the templates */
#define LAST_FOCUS "gr-pane" /* of a pane: GWeakRef of what had the keyboard there */

static void
free_last_focus (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* A page in which nothing is marked is a pane itself. */
static GtkWidget *
pane_around (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, GR_TYPE_PAGE);

  while (widget && !gtk_widget_has_css_class (widget, PANE_CLASS))
    widget = gtk_widget_get_parent (widget);
  return widget ? widget : page;
}

/* In the order in which they stand. A pane that does not show is none. */
static void
collect_panes (GtkWidget *widget, GPtrArray *panes)
{
  guint n_before = panes->len;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_get_mapped (child))
      continue;
    if (gtk_widget_has_css_class (child, PANE_CLASS))
      g_ptr_array_add (panes, child);
    else
      collect_panes (child, panes);
  }
  if (GR_IS_PAGE (widget) && panes->len == n_before)
    g_ptr_array_add (panes, widget);
}

/* The widget of a line shows another one when the list has moved, and another page is open: who holds them knows. */
static GtkWidget *
keeper_of_focus (GtkWidget *focus)
{
  GtkWidget *holder = gtk_widget_get_parent (focus);

  return holder && (GTK_IS_LIST_VIEW (holder) || GR_IS_NAVIGATION (holder)) ? holder : focus;
}

static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *pane = focus ? pane_around (focus) : NULL;
  GWeakRef *last;

  if (!pane || pane == focus)
    return;
  last = g_new0 (GWeakRef, 1);
  g_weak_ref_init (last, keeper_of_focus (focus));
  g_object_set_data_full (G_OBJECT (pane), LAST_FOCUS, last, free_last_focus);
}

/* Where the keyboard was, or else to the first that can have it. */
static gboolean
enter_pane (GtkWidget *pane)
{
  GWeakRef *last = g_object_get_data (G_OBJECT (pane), LAST_FOCUS);
  g_autoptr (GtkWidget) widget = last ? g_weak_ref_get (last) : NULL;

  if (widget && gtk_widget_get_mapped (widget) && gtk_widget_is_ancestor (widget, pane) &&
      gtk_widget_grab_focus (widget))
    return TRUE;
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* From pane to pane, round the window; one in which nothing can have the keyboard is passed over. */
static gboolean
go_on (GtkWidget *widget, GVariant *step, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (window);
  gboolean is_forward = g_variant_get_int32 (step) > 0;
  g_autoptr (GPtrArray) panes = g_ptr_array_new();
  guint at, from;

  collect_panes (widget, panes);
  if (!g_ptr_array_find (panes, focus ? pane_around (focus) : NULL, &from))
    from = is_forward ? panes->len - 1 : 0;
  for (guint i = 1; i <= panes->len; i++) {
    at = (from + (is_forward ? i : panes->len - i)) % panes->len;
    if (enter_pane (g_ptr_array_index (panes, at)))
      break;
  }
  gtk_window_set_focus_visible (window, TRUE);
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, GdkModifierType modifiers, int step)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, modifiers), gtk_callback_action_new (go_on, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/**
 * gr_pane_keys_attach:
 *
 * F6 and Shift+F6 go to the next and the last pane of a window, and there to where the keyboard was before. A pane is
 * what its template gives the style class "pane"; no pane is inside another.
 */
void
gr_pane_keys_attach (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, 0, 1);
  add_key (keys, GDK_SHIFT_MASK, -1);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}
