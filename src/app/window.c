#include "window.h"

#include "compat.h"
#include "page-registry.h"
#include "window-actions.h"
#include "window-status.h"
#include "widgets/banner.h"
#include "widgets/frame-layout.h"
#include "widgets/navigation.h"
#include "widgets/work-bar.h"

#include "shop/undo-deed.h"

#include <glib/gi18n.h>

/* One step of the way that Back goes back. */
typedef struct {
  guint page;
  gint64 id;
} Step;

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
  GtkWidget *back;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *act;
  GtkWidget *search_entry;
  GtkWidget *search_toggle;
  GtkWidget *search_bar;
  GtkWidget *narrow_search_entry;
  GtkWidget *banner;
  GtkWidget *stack;
  GtkWidget *work_bar;
  GtkWidget *status;

  GrSettings *settings;
  GrShop *shop;
  GPtrArray *pages; /* GrPage, in the order of the registry */
  GArray *steps;
  AdwToast *toast; /* (nullable): the one on screen; a new one replaces it */
  gboolean is_closing;
};

G_DEFINE_FINAL_TYPE (GrWindow, gr_window, ADW_TYPE_APPLICATION_WINDOW)

static const GrPageEntry *
entry_at (guint index)
{
  gsize n;
  const GrPageEntry *entries = gr_page_registry (&n);

  return index < n ? &entries[index] : NULL;
}

static int
index_of_page (const char *id)
{
  const GrPageEntry *entry;

  for (guint i = 0; (entry = entry_at (i)); i++)
    if (g_str_equal (entry->id, id))
      return (int) i;
  return -1;
}

/**
 * gr_window_get_page:
 *
 * Returns: (nullable) (transfer none): the page on screen
 */
GrPage *
gr_window_get_page (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), NULL);

  if (self->steps->len == 0)
    return NULL;
  return g_ptr_array_index (self->pages, g_array_index (self->steps, Step, self->steps->len - 1).page);
}

static void
show_search (GrWindow *self)
{
  GrPage *page = gr_window_get_page (self);
  gboolean is_wide = gr_frame_layout_get_mode (GR_FRAME_LAYOUT (self->frame)) == GR_FRAME_WIDE;
  gboolean can_search = FALSE;

  if (page)
    g_object_get (page, "can-search", &can_search, NULL);
  gtk_widget_set_visible (self->search_entry, can_search && is_wide);
  gtk_widget_set_visible (self->search_toggle, can_search && !is_wide);
  gtk_widget_set_visible (self->search_bar, can_search && !is_wide);
  if (page && *gr_page_get_search (page))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), can_search && !is_wide);
}

static void
show_act (GrWindow *self, const char *label, const char *icon_name)
{
  gboolean is_narrow = gr_frame_layout_get_mode (GR_FRAME_LAYOUT (self->frame)) == GR_FRAME_NARROW;

  gtk_widget_set_visible (self->act, label != NULL);
  if (!label)
    return;
  if (is_narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->act), icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (self->act), label);
  gtk_widget_set_tooltip_text (self->act, is_narrow ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Everything in the header bar that the page on screen decides. */
static void
show_header (GrWindow *self)
{
  GrPage *page = gr_window_get_page (self);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *act = NULL;
  g_autofree char *icon = NULL;
  gboolean is_act_enabled = FALSE;

  if (page)
    g_object_get (page, "title", &title, "subtitle", &subtitle, "act-label", &act, "act-icon-name", &icon,
        "act-enabled", &is_act_enabled, NULL);
  gtk_label_set_text (GTK_LABEL (self->title), title ? title : "Granary");
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle && *subtitle);
  show_act (self, act, icon);
  gtk_widget_set_sensitive (self->act, is_act_enabled);
  gtk_widget_set_visible (self->back, self->steps->len > 1);
  show_search (self);
}

static void
page_notify_cb (GrWindow *self, GParamSpec *pspec, GrPage *page)
{
  if (page == gr_window_get_page (self))
    show_header (self);
}

static void
show_step (GrWindow *self)
{
  Step step = g_array_index (self->steps, Step, self->steps->len - 1);
  GrPage *page = g_ptr_array_index (self->pages, step.page);
  const GrPageEntry *entry = entry_at (step.page);
  const char *lit = entry->parent ? entry->parent : entry->id;

  for (guint i = 0; i < self->pages->len; i++)
    if (i != step.page)
      gr_page_set_on_screen (g_ptr_array_index (self->pages, i), FALSE);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  gr_page_set_on_screen (page, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), gr_page_get_search (page));
  gr_navigation_set_current (GR_NAVIGATION (self->sidebar_navigation), lit);
  gr_navigation_set_current (GR_NAVIGATION (self->rail), lit);
  gr_navigation_set_current (GR_NAVIGATION (self->bar), lit);
  show_header (self);
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
  int index;
  Step step;

  g_return_if_fail (GR_IS_WINDOW (self));

  index = index_of_page (page_id);
  if (index < 0)
    return;
  step = (Step){(guint) index, id};
  if (id != 0 && !gr_page_open (g_ptr_array_index (self->pages, step.page), id))
    return;
  if (id == 0)
    g_array_set_size (self->steps, 0);
  g_array_append_val (self->steps, step);
  show_step (self);
}

/**
 * gr_window_go_back:
 *
 * Returns: whether there was somewhere to go back to
 */
gboolean
gr_window_go_back (GrWindow *self)
{
  Step step;

  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);

  if (self->steps->len < 2)
    return FALSE;
  g_array_set_size (self->steps, self->steps->len - 1);
  step = g_array_index (self->steps, Step, self->steps->len - 1);
  if (step.id != 0)
    gr_page_open (g_ptr_array_index (self->pages, step.page), step.id);
  show_step (self);
  return TRUE;
}

void
gr_window_show_item (GrWindow *self, gint64 item_id)
{
  gr_window_go (self, "item", item_id);
}

void
gr_window_show_order (GrWindow *self, gint64 order_id)
{
  gr_window_go (self, index_of_page ("order") >= 0 ? "order" : "orders", order_id);
}

void
gr_window_show_supplier (GrWindow *self, gint64 supplier_id)
{
  gr_window_go (self, index_of_page ("supplier") >= 0 ? "supplier" : "suppliers", supplier_id);
}

static void
show_counts (GrWindow *self)
{
  const GrPageEntry *entry;

  for (guint i = 0; (entry = entry_at (i)); i++) {
    guint count;

    if (!entry->title)
      continue;
    count = gr_page_count_waiting (g_ptr_array_index (self->pages, i));
    gr_navigation_set_count (GR_NAVIGATION (self->sidebar_navigation), entry->id, count);
    gr_navigation_set_count (GR_NAVIGATION (self->rail), entry->id, count);
    gr_navigation_set_count (GR_NAVIGATION (self->bar), entry->id, count);
  }
}

static void
shop_changed_cb (GrWindow *self, guint what)
{
  for (guint i = 0; i < self->pages->len; i++)
    gr_page_note_changes (g_ptr_array_index (self->pages, i), what);
  show_counts (self);
  gtk_label_set_text (GTK_LABEL (self->shop_title), gr_shop_name (self->shop));
  gr_window_status_show (GTK_LABEL (self->status), self->shop);
  gr_window_actions_update (self);
}

static void
show_first_page (GrWindow *self)
{
  g_autofree char *last = gr_settings_get_string (self->settings, "last-page");
  int index = index_of_page (last);
  const GrPageEntry *entry = index >= 0 ? entry_at ((guint) index) : NULL;

  if (!self->shop || !entry || !entry->title)
    for (guint i = 0; (entry = entry_at (i)); i++)
      if (self->shop ? entry->title != NULL : g_str_equal (entry->id, "welcome"))
        break;
  gr_window_go (self, entry ? entry->id : "welcome", 0);
}

/**
 * gr_window_set_shop:
 * @shop: (nullable): what is shown from now on; without one the welcome page is
 */
void
gr_window_set_shop (GrWindow *self, GrShop *shop)
{
  gboolean has_shop = shop != NULL;

  g_return_if_fail (GR_IS_WINDOW (self));

  if (self->shop)
    g_signal_handlers_disconnect_by_data (self->shop, self);
  g_set_object (&self->shop, shop);
  gr_banner_hide (GR_BANNER (self->banner));
  for (guint i = 0; i < self->pages->len; i++)
    gr_page_set_shop (g_ptr_array_index (self->pages, i), shop);
  gtk_widget_set_visible (self->sidebar, has_shop);
  gtk_widget_set_visible (self->rail, has_shop);
  gtk_widget_set_visible (self->bar, has_shop);
  gtk_widget_set_visible (self->status, has_shop);
  gtk_label_set_text (GTK_LABEL (self->shop_title), has_shop ? gr_shop_name (shop) : "Granary");
  show_first_page (self);
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

static void
toast_gone_cb (GrWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
show_toast (GrWindow *self, const char *text, gboolean offers_undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (self->toast)
    adw_toast_dismiss (self->toast);
  if (offers_undo) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "win.undo");
  }
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
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
  show_toast (self, text, FALSE);
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
  show_toast (self, text ? text : title ? title : _ ("Done"), TRUE);
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
 * gr_window_begin_work:
 * @cancellable: (out) (transfer none): what the Cancel button triggers
 *
 * Shows that something works. Returns %FALSE, and says so, where something else still does.
 */
gboolean
gr_window_begin_work (GrWindow *self, const char *title, GCancellable **cancellable)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);

  if (gr_window_is_busy (self)) {
    gr_window_say (self, _ ("Something else is still being worked on."));
    return FALSE;
  }
  *cancellable = gr_work_bar_begin (GR_WORK_BAR (self->work_bar), title);
  gr_window_actions_update (self);
  return TRUE;
}

void
gr_window_report_work (GrWindow *self, const char *what, double fraction)
{
  g_return_if_fail (GR_IS_WINDOW (self));
  gr_work_bar_report (GR_WORK_BAR (self->work_bar), what, fraction);
}

/**
 * gr_window_end_work:
 *
 * A window that somebody wanted to close meanwhile closes now.
 */
void
gr_window_end_work (GrWindow *self)
{
  g_return_if_fail (GR_IS_WINDOW (self));

  gr_work_bar_end (GR_WORK_BAR (self->work_bar));
  gr_window_actions_update (self);
  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
}

gboolean
gr_window_is_busy (GrWindow *self)
{
  g_return_val_if_fail (GR_IS_WINDOW (self), FALSE);
  return gr_work_bar_is_busy (GR_WORK_BAR (self->work_bar));
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

  if (gtk_widget_get_visible (self->search_entry)) {
    gtk_widget_grab_focus (self->search_entry);
  } else if (gtk_widget_get_visible (self->search_bar)) {
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
    gtk_widget_grab_focus (self->narrow_search_entry);
  }
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
search_changed_cb (GrWindow *self)
{
  GrPage *page = gr_window_get_page (self);

  if (page)
    gr_page_set_search (page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
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

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
}

static void
stop_search_cb (GrWindow *self)
{
  gr_window_clear_search (self);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
act_cb (GrWindow *self)
{
  GrPage *page = gr_window_get_page (self);

  if (page)
    gr_page_act (page);
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
  const GrPageEntry *entry = self->steps->len ? entry_at (g_array_index (self->steps, Step, 0).page) : NULL;
  int width, height;

  gr_settings_set_flag (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window)) {
    gtk_window_get_default_size (window, &width, &height);
    gr_settings_set_int (self->settings, "window-width", width);
    gr_settings_set_int (self->settings, "window-height", height);
  }
  if (self->shop && entry && entry->title)
    gr_settings_set_string (self->settings, "last-page", entry->id);
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
make_pages (GrWindow *self)
{
  const GrPageEntry *entry;

  for (guint i = 0; (entry = entry_at (i)); i++) {
    GtkWidget *page = g_object_new (entry->get_type(), NULL);

    g_ptr_array_add (self->pages, page);
    gtk_stack_add_named (GTK_STACK (self->stack), page, entry->id);
    g_signal_connect_object (page, "notify", G_CALLBACK (page_notify_cb), self, G_CONNECT_SWAPPED);
    if (!entry->title)
      continue;
    gr_navigation_add (GR_NAVIGATION (self->sidebar_navigation), entry->id, _ (entry->title), entry->icon_name);
    gr_navigation_add (GR_NAVIGATION (self->rail), entry->id, _ (entry->title), entry->icon_name);
    gr_navigation_add (GR_NAVIGATION (self->bar), entry->id, _ (entry->title), entry->icon_name);
  }
}

static void
gr_window_dispose (GObject *object)
{
  GrWindow *self = GR_WINDOW (object);

  if (self->shop)
    g_signal_handlers_disconnect_by_data (self->shop, self);
  g_clear_object (&self->shop);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (gr_window_parent_class)->dispose (object);
}

static void
gr_window_finalize (GObject *object)
{
  GrWindow *self = GR_WINDOW (object);

  g_ptr_array_unref (self->pages);
  g_array_unref (self->steps);
  G_OBJECT_CLASS (gr_window_parent_class)->finalize (object);
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
  gtk_widget_class_bind_template_child (widget_class, GrWindow, back);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, act);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, search_toggle);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, narrow_search_entry);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, work_bar);
  gtk_widget_class_bind_template_child (widget_class, GrWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_bind_template_callback (widget_class, scan_cb);
  gtk_widget_class_bind_template_callback (widget_class, gr_banner_hide);
  gtk_widget_class_bind_template_callback (widget_class, show_header);
}

static void
gr_window_class_init (GrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = gr_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gr_window_close_request;

  g_type_ensure (GR_TYPE_BANNER);
  g_type_ensure (GR_TYPE_FRAME_LAYOUT);
  g_type_ensure (GR_TYPE_NAVIGATION);
  g_type_ensure (GR_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/window.ui");
  bind_children (widget_class);
  gr_window_actions_install (widget_class);
}

static void
gr_window_init (GrWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->pages = g_ptr_array_new();
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (
      self->search_entry, "text", self->narrow_search_entry, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->narrow_search_entry));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  make_pages (self);
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
