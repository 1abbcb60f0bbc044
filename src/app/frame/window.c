#include "window-private.h"

#include "app/compat.h"
#include "catch-up-work.h"
#include "keep-typed.h"
#include "page-header.h"
#include "page-stack.h"
#include "pane-keys.h"
#include "window-actions.h"
#include "window-status.h"
#include "app/widgets/banner.h"
#include "app/widgets/frame-layout.h"
#include "app/widgets/navigation.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/work-bar.h"

#include "shop/base/undo-deed.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (
    GrWindow, gr_window, ADW_TYPE_APPLICATION_WINDOW, G_IMPLEMENT_INTERFACE (GR_TYPE_FRAME, gr_window_frame_init))

/* What can be done now. */
static void
show_actions (GrWindow *self)
{
  GrShop *shop = self->shop;
  gboolean is_free = shop && !gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar));
  g_autofree char *undo = is_free ? gr_shop_undo_title (shop) : NULL;
  g_autofree char *redo = is_free ? gr_shop_redo_title (shop) : NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gr_page_header_set_deeds (GR_PAGE_HEADER (self->header), undo, redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.scan", shop != NULL);
  gr_window_actions_enable (GTK_WIDGET (self), shop != NULL, is_free);
}

static void
show_page (GrWindow *self)
{
  GrPageStack *stack = GR_PAGE_STACK (self->stack);
  const GrPageEntry *entry = gr_page_stack_get_entry (stack);
  const char *lit = entry->parent ? entry->parent : entry->id;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gr_page_header_show_page (
      GR_PAGE_HEADER (self->header), gr_page_stack_get_page (stack), gr_page_stack_can_go_back (stack));
  gr_navigation_set_current (GR_NAVIGATION (self->sidebar_navigation), lit);
  gr_navigation_set_current (GR_NAVIGATION (self->rail), lit);
  gr_navigation_set_current (GR_NAVIGATION (self->bar), lit);
}

static void
show_mode (GrWindow *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gr_page_header_set_mode (GR_PAGE_HEADER (self->header), gr_frame_layout_get_mode (GR_FRAME_LAYOUT (self->frame)));
}

static void
show_counts (GrWindow *self)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  for (gsize i = 0; i < n; i++) {
    guint count;

    if (!entries[i].title)
      continue;
    count = gr_page_stack_count_waiting (GR_PAGE_STACK (self->stack), entries[i].id);
    gr_navigation_set_count (GR_NAVIGATION (self->sidebar_navigation), entries[i].id, count);
    gr_navigation_set_count (GR_NAVIGATION (self->rail), entries[i].id, count);
    gr_navigation_set_count (GR_NAVIGATION (self->bar), entries[i].id, count);
  }
}

static gboolean
catch_up_cb (gpointer data)
{
  GrWindow *self = data;

  self->catch_up_id = 0;
  if (!self->may_be_behind || self->is_closing || gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar)))
    return G_SOURCE_REMOVE;
  self->may_be_behind = FALSE;
  gr_catch_up_work_start (GR_FRAME (self));
  return G_SOURCE_REMOVE;
}

/* When what is going on is over: a deed that was just done has not been told of yet. */
static void
catch_up_soon (GrWindow *self)
{
  if (self->may_be_behind && self->catch_up_id == 0)
    self->catch_up_id = g_idle_add (catch_up_cb, self);
}

static void
shop_changed_cb (GrWindow *self, guint what)
{
  gr_page_stack_note_changes (GR_PAGE_STACK (self->stack), what);
  show_counts (self);
  gtk_label_set_text (GTK_LABEL (self->shop_title), gr_shop_name (self->shop));
  gr_window_status_show (GTK_LABEL (self->status), self->shop);
  show_actions (self);
  self->may_be_behind = TRUE;
  catch_up_soon (self);
}

/* Where another program holds the file it is waited for: there is no later. */
static gboolean
keep_typed (GrWindow *self)
{
  gboolean is_kept;

  if (self->shop)
    gr_shop_be_impatient (self->shop, FALSE);
  is_kept = gr_keep_typed (GTK_WINDOW (self));
  if (self->shop)
    gr_shop_be_impatient (self->shop, TRUE);
  return is_kept;
}

/**
 * gr_window_set_shop:
 * @shop: (nullable): what is shown from now on; without one the welcome page is
 */
void
gr_window_set_shop (GrWindow *self, GrShop *shop)
{
  gboolean has_shop = shop != NULL;
  g_autofree char *last = NULL;

  g_return_if_fail (GR_IS_WINDOW (self));

  keep_typed (self);
  if (self->shop)
    g_signal_handlers_disconnect_by_data (self->shop, self);
  g_set_object (&self->shop, shop);
  self->offered = NULL;
  gr_banner_hide (GR_BANNER (self->banner));
  gr_toaster_clear (self->toaster); /* it was of the last shop */
  gr_page_stack_set_shop (GR_PAGE_STACK (self->stack), shop);
  gtk_widget_set_visible (self->sidebar, has_shop);
  gtk_widget_set_visible (self->rail, has_shop);
  gtk_widget_set_visible (self->bar, has_shop);
  gtk_widget_set_visible (self->status, has_shop);
  gtk_label_set_text (GTK_LABEL (self->shop_title), has_shop ? gr_shop_name (shop) : "");
  last = gr_settings_get_string (self->settings, "last-page");
  gr_page_stack_go_home (GR_PAGE_STACK (self->stack), last);
  show_actions (self);
  if (!has_shop)
    return;

  g_signal_connect_object (shop, "changed", G_CALLBACK (shop_changed_cb), self, G_CONNECT_SWAPPED);
  if (gr_shop_warning (shop))
    gr_banner_show_text (GR_BANNER (self->banner), gr_shop_warning (shop), _ ("OK"));
  gr_window_status_show (GTK_LABEL (self->status), shop);
  show_counts (self);
  gr_shop_catch_up_later (shop);
  gr_shop_be_impatient (shop, TRUE);
  gr_shop_warm_search (shop);
  self->may_be_behind = TRUE;
  catch_up_soon (self);
}

static void
banner_pressed_cb (GrWindow *self)
{
  const char *action = g_steal_pointer (&self->offered);

  gr_banner_hide (GR_BANNER (self->banner));
  if (action)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/**
 * gr_window_begin_work:
 * @cancellable: (out) (transfer none): what the Cancel button triggers
 *
 * Shows that something works which is no job of a shop. Returns %FALSE, and says so, where something else still does.
 */
gboolean
gr_window_begin_work (GrWindow *self, const char *title, GCancellable **cancellable)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);

  if (gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar))) {
    gr_frame_say (GR_FRAME (self), _ ("Another task is still running."));
    return FALSE;
  }
  *cancellable = gr_work_bar_begin (GR_WORK_BAR (self->work_bar), title);
  return TRUE;
}

void
gr_window_end_work (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_work_bar_end (GR_WORK_BAR (self->work_bar));
}

/* A window that somebody wanted to close while it worked closes now. */
static void
busy_changed_cb (GrWindow *self)
{
  show_actions (self);
  if (self->is_closing && !gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar)))
    gtk_window_close (GTK_WINDOW (self));
  else
    catch_up_soon (self);
}

/* Who comes back to the window finds what became of the file and of the day meanwhile. */
static void
active_cb (GrWindow *self)
{
  if (self->watch && gtk_window_is_active (GTK_WINDOW (self)))
    gr_file_watch_look (self->watch);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_page_header_find (GR_PAGE_HEADER (GR_WINDOW (widget)->header));
}

/* Puts the cursor where a scanner shall type. */
static void
scan_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrWindow *self = GR_WINDOW (widget);

  if (gtk_widget_get_mapped (self->scan_entry))
    gtk_widget_grab_focus (self->scan_entry);
  else
    gr_page_header_find (GR_PAGE_HEADER (self->header));
}

static void
work_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_page_stack_focus (GR_PAGE_STACK (GR_WINDOW (widget)->stack));
}

/* The entry is ready for the next one. */
static void
scan_cb (GrWindow *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->scan_entry)));

  gtk_editable_set_text (GTK_EDITABLE (self->scan_entry), "");
  if (!gr_window_actions_scan (GR_FRAME (self), typed))
    gtk_widget_grab_focus (self->scan_entry);
}

/* Wherever the cursor is; a menu that is open is left. */
static void
scanned_cb (GtkWindow *window, const char *code)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  gr_window_actions_scan (GR_FRAME (window), code);
}

/* A dialog that was opened from a menu leaves the focus inside it, where no key does anything. */
static void
keep_keys_cb (GrWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_window_is_active (GTK_WINDOW (self)) && self->shop && (!focus || !gtk_widget_get_mapped (focus)))
    gr_page_stack_focus (GR_PAGE_STACK (self->stack));
}

static gboolean
drop_cb (GrWindow *self, const GValue *value)
{
  GSList *files = self->shop ? g_value_get_boxed (value) : NULL;
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (!path)
    return FALSE;
  gr_window_actions_take_file (GR_FRAME (self), path);
  return TRUE;
}

static void
save_state (GrWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  const GrPageEntry *entry = gr_page_stack_get_entry (GR_PAGE_STACK (self->stack));
  int width, height;

  gr_settings_set_flag (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window)) {
    gtk_window_get_default_size (window, &width, &height);
    gr_settings_set_int (self->settings, "window-width", width);
    gr_settings_set_int (self->settings, "window-height", height);
  }
  if (self->shop && entry)
    gr_settings_set_string (self->settings, "last-page", entry->parent ? entry->parent : entry->id);
}

/* What is being written is not broken off: the work is told to stop, and the window closes when it has. Where what is
 * typed can't be saved without a question, it stays. */
static gboolean
gr_window_close_request (GtkWindow *window)
{
  GrWindow *self = GR_WINDOW (window);

  if (!keep_typed (self) && !self->must_close)
    return GDK_EVENT_STOP;
  save_state (self);
  if (gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar))) {
    self->is_closing = TRUE;
    gr_work_bar_cancel (GR_WORK_BAR (self->work_bar));
    return GDK_EVENT_STOP;
  }
  gr_close_dialogs (window);
  return GTK_WINDOW_CLASS (gr_window_parent_class)->close_request (window);
}

/**
 * gr_window_close_for_good:
 *
 * Closes the window whatever there may be to ask: nobody is there to answer.
 */
void
gr_window_close_for_good (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  self->must_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_pages (GrWindow *self)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  for (gsize i = 0; i < n; i++) {
    const char *title = entries[i].title ? _ (entries[i].title) : NULL;
    const char *short_title = entries[i].short_title ? _ (entries[i].short_title) : title;

    if (!title)
      continue;
    gr_navigation_add (GR_NAVIGATION (self->sidebar_navigation), entries[i].id, title, entries[i].icon_name);
    gr_navigation_add (GR_NAVIGATION (self->rail), entries[i].id, title, entries[i].icon_name);
    gr_navigation_add (GR_NAVIGATION (self->bar), entries[i].id, short_title, entries[i].icon_name);
  }
}

static void
gr_window_dispose (GObject *object)
{
  GrWindow *self = GR_WINDOW (object);

  g_clear_handle_id (&self->catch_up_id, g_source_remove);
  g_clear_pointer (&self->watch, gr_file_watch_free);
  g_clear_pointer (&self->toaster, gr_toaster_free);
  if (self->shop)
    g_signal_handlers_disconnect_by_data (self->shop, self);
  g_clear_object (&self->shop);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (gr_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, shop_title);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, sidebar_navigation);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, scan_entry);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, header);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, work_bar);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, scan_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, busy_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_bind_template_callback (widget_class, show_mode);
}

static void
gr_window_class_init (GrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gr_window_close_request;

  g_type_ensure (GR_TYPE_BANNER);
  g_type_ensure (GR_TYPE_FRAME_LAYOUT);
  g_type_ensure (GR_TYPE_NAVIGATION);
  g_type_ensure (GR_TYPE_PAGE_HEADER);
  g_type_ensure (GR_TYPE_PAGE_STACK);
  g_type_ensure (GR_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/frame/window.ui");
  bind_children (widget_class);
  /* After what has the focus: an entry, the chart and a list have an Esc of their own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.scan", NULL, scan_here_cb);
  gtk_widget_class_install_action (widget_class, "win.work", NULL, work_cb);
  gr_window_actions_install (widget_class);
}

static void
gr_window_init (GrWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->toaster = gr_toaster_new (ADW_TOAST_OVERLAY (self->toasts));
  self->watch = gr_file_watch_new (GR_FRAME (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gr_scan_keys_attach (GTK_WINDOW (self), scanned_cb);
  gr_pane_keys_attach (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (keep_keys_cb), NULL);
  add_pages (self);
}

/**
 * gr_window_new:
 *
 * Returns: (transfer none): a window on the welcome page, in the size it was left
 */
GrWindow *
gr_window_new (GtkApplication *application, GrSettings *settings)
{
  GrWindow *self = g_object_new (GR_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  gr_settings_attach (settings, GTK_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), gr_settings_get_int (settings, "window-width", 1180),
      gr_settings_get_int (settings, "window-height", 760));
  if (gr_settings_get_flag (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gr_window_set_shop (self, NULL);
  return self;
}
