#include "window.h"

#include "app/compat.h"
#include "page-header.h"
#include "page-stack.h"
#include "window-actions.h"
#include "window-private.h"
#include "window-status.h"
#include "app/widgets/banner.h"
#include "app/widgets/frame-layout.h"
#include "app/widgets/navigation.h"
#include "app/widgets/toaster.h"
#include "app/widgets/work-bar.h"

#include "shop/base/undo-deed.h"

#include <glib/gi18n.h>

struct _GrWindow {
  AdwApplicationWindow parent_instance;

  GtkWidget *toasts;
  GtkWidget *frame;
  GtkWidget *shop_title;
  GtkWidget *sidebar;
  GtkWidget *sidebar_navigation;
  GtkWidget *rail;
  GtkWidget *bar;
  GtkWidget *scan_entry;
  GtkWidget *header;
  GtkWidget *banner;
  GtkWidget *stack;
  GtkWidget *work_bar;
  GtkWidget *status;

  GrSettings *settings;
  GrShop *shop;
  const char *offered; /* (nullable): what the banner's button does */
  GrToaster *toaster;
  gboolean is_closing;
};

G_DEFINE_FINAL_TYPE (GrWindow, gr_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * gr_window_get_page:
 *
 * Returns: (nullable) (transfer none): the page on screen
 */
GrPage *
gr_window_get_page (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), NULL);
  return gr_page_stack_get_page (GR_PAGE_STACK (self->stack));
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

/**
 * gr_window_go:
 * @page_id: a page of the registry; of a page that is not there nothing is said
 * @id: what it shall show, 0 for the page as it is
 *
 * Goes to a page. From there Back leads here, unless it is a page of the sidebar as such.
 */
void
gr_window_go (GrWindow *self, const char *page_id, gint64 id)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_page_stack_go (GR_PAGE_STACK (self->stack), page_id, id);
}

/**
 * gr_window_go_back:
 *
 * Returns: whether there was somewhere to go back to
 */
gboolean
gr_window_go_back (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);
  return gr_page_stack_go_back (GR_PAGE_STACK (self->stack));
}

void
gr_window_show_item (GrWindow *self, gint64 item_id)
{
  gr_window_go (self, "item", item_id);
}

void
gr_window_show_order (GrWindow *self, gint64 order_id)
{
  gr_window_go (self, gr_page_stack_has (GR_PAGE_STACK (self->stack), "order") ? "order" : "orders", order_id);
}

void
gr_window_show_supplier (GrWindow *self, gint64 supplier_id)
{
  gr_window_go (
      self, gr_page_stack_has (GR_PAGE_STACK (self->stack), "supplier") ? "supplier" : "suppliers", supplier_id);
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

static void
shop_changed_cb (GrWindow *self, guint what)
{
  gr_page_stack_note_changes (GR_PAGE_STACK (self->stack), what);
  show_counts (self);
  gtk_label_set_text (GTK_LABEL (self->shop_title), gr_shop_name (self->shop));
  gr_window_status_show (GTK_LABEL (self->status), self->shop);
  gr_window_actions_update (self);
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

  if (self->shop)
    g_signal_handlers_disconnect_by_data (self->shop, self);
  g_set_object (&self->shop, shop);
  self->offered = NULL;
  gr_banner_hide (GR_BANNER (self->banner));
  gr_page_stack_set_shop (GR_PAGE_STACK (self->stack), shop);
  gtk_widget_set_visible (self->sidebar, has_shop);
  gtk_widget_set_visible (self->rail, has_shop);
  gtk_widget_set_visible (self->bar, has_shop);
  gtk_widget_set_visible (self->status, has_shop);
  gtk_label_set_text (GTK_LABEL (self->shop_title), has_shop ? gr_shop_name (shop) : "");
  last = gr_settings_get_string (self->settings, "last-page");
  gr_page_stack_go_home (GR_PAGE_STACK (self->stack), last);
  gr_window_actions_update (self);
  if (!has_shop)
    return;

  g_signal_connect_object (shop, "changed", G_CALLBACK (shop_changed_cb), self, G_CONNECT_SWAPPED);
  if (gr_shop_warning (shop))
    gr_banner_show_text (GR_BANNER (self->banner), gr_shop_warning (shop), _ ("Understood"));
  gr_window_status_show (GTK_LABEL (self->status), shop);
  show_counts (self);
}

GrShop *
gr_window_get_shop (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), NULL);
  return self->shop;
}

GrSettings *
gr_window_get_settings (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), NULL);
  return self->settings;
}

/**
 * gr_window_of:
 * @widget: a #GtkWidget
 *
 * Returns: (nullable) (transfer none): the window that the widget is in, through dialogs and popovers
 */
GrWindow *
gr_window_of (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (widget));

  while (root && !GR_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return root ? GR_WINDOW (root) : NULL;
}

/**
 * gr_window_say:
 * @text: a sentence, plain text
 *
 * Says something that needs no answer.
 */
void
gr_window_say (GrWindow *self, const char *text)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_toaster_say (self->toaster, text, FALSE);
}

/**
 * gr_window_say_done:
 * @text: (nullable): what was done, plain text; %NULL for the title of the last deed
 *
 * Says that a deed was done, and offers Undo.
 */
void
gr_window_say_done (GrWindow *self, const char *text)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GR_IS_WINDOW (self));

  if (!text && self->shop)
    title = gr_shop_undo_title (self->shop);
  gr_toaster_say (self->toaster, text ? text : title ? title : _ ("Done"), TRUE);
}

/**
 * gr_window_offer:
 * @text: why, in a sentence
 * @verb: on the button
 * @action: static text, an action of the window without a parameter
 *
 * Offers something to do next, in the banner, where it waits until it is taken or something else is to be said.
 */
void
gr_window_offer (GrWindow *self, const char *text, const char *verb, const char *action)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  self->offered = action;
  gr_banner_show_text (GR_BANNER (self->banner), text, verb);
}

/**
 * gr_window_withdraw_offer:
 *
 * What was offered is done, or has lost its reason.
 */
void
gr_window_withdraw_offer (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  if (self->offered)
    gr_banner_hide (GR_BANNER (self->banner));
  self->offered = NULL;
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
 * gr_window_say_error:
 * @heading: what could not be done
 *
 * Says why something was not done, in a dialog; of cancelled work nothing is said.
 */
void
gr_window_say_error (GrWindow *self, const char *heading, const GError *error)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gr_show_message (GTK_WINDOW (self), heading, error->message);
}

/**
 * gr_window_get_work_bar:
 *
 * Returns: (transfer none): where long work is shown
 */
GrWorkBar *
gr_window_get_work_bar (GrWindow *self)
{
  return GR_WORK_BAR (self->work_bar);
}

/**
 * gr_window_get_header:
 *
 * Returns: (transfer none): the bar above the page
 */
GrPageHeader *
gr_window_get_header (GrWindow *self)
{
  return GR_PAGE_HEADER (self->header);
}

/**
 * gr_window_close_if_wanted:
 *
 * A window that somebody wanted to close while it worked closes now.
 */
void
gr_window_close_if_wanted (GrWindow *self)
{
  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * gr_window_find:
 *
 * Puts the cursor into the search entry of the page.
 */
void
gr_window_find (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_page_header_find (GR_PAGE_HEADER (self->header));
}

/**
 * gr_window_clear_search:
 *
 * Everything is found again.
 */
void
gr_window_clear_search (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_page_header_clear_search (GR_PAGE_HEADER (self->header));
}

/**
 * gr_window_scan:
 *
 * Puts the cursor where a scanner shall type.
 */
void
gr_window_scan (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  if (gtk_widget_get_mapped (self->scan_entry))
    gtk_widget_grab_focus (self->scan_entry);
  else
    gr_window_find (self);
}

static void
scan_cb (GrWindow *self)
{
  gr_window_actions_scan (self, GTK_EDITABLE (self->scan_entry));
}

static gboolean
drop_cb (GrWindow *self, const GValue *value)
{
  GSList *files = self->shop ? g_value_get_boxed (value) : NULL;
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (!path)
    return FALSE;
  gr_window_actions_take_file (self, path);
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

/* What is being written is not broken off: the work is told to stop, and the window closes when it has. */
static gboolean
gr_window_close_request (GtkWindow *window)
{
  GrWindow *self = GR_WINDOW (window);

  save_state (self);
  if (gr_window_is_busy (self)) {
    self->is_closing = TRUE;
    gr_work_bar_cancel (GR_WORK_BAR (self->work_bar));
    return GDK_EVENT_STOP;
  }
  return GTK_WINDOW_CLASS (gr_window_parent_class)->close_request (window);
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
  gr_window_actions_install (widget_class);
}

static void
gr_window_init (GrWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->toaster = gr_toaster_new (ADW_TOAST_OVERLAY (self->toasts));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
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
