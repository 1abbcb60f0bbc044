#include "today-page.h"

#include "app/compat.h"
#include "app/models/paged-model.h"
#include "app/text/format.h"
#include "app/frame/reading.h"
#include "today-kinds.h"
#include "today-paper.h"
#include "today-row.h"
#include "app/widgets/banner.h"
#include "app/widgets/chips.h"
#include "app/widgets/typing/first-key.h"
#include "app/widgets/access/one-stop.h"

#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

#define ALL_KINDS     -1
#define ROWS_PER_KIND 500 /* the worst; who has more to do begins with these */

struct _GrTodayPage {
  GrPage parent_instance;

  GtkWidget *banner;
  GtkWidget *chips;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *nothing;
  GtkWidget *nothing_button;

  GrPagedModel *model;
};

G_DEFINE_FINAL_TYPE (GrTodayPage, gr_today_page, GR_TYPE_PAGE)

static gint64
id_of_row (gconstpointer row)
{
  return ((const GrTodayEntry *) row)->id;
}

static GrTodayEntry *
entry_at (GrTodayPage *self, guint position)
{
  g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return row ? gr_row_get_data (row) : NULL;
}

/* The list */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, GrTodayPage *self)
{
  GrTodayEntry *entry = gr_row_get_data (gtk_list_item_get_item (list_item));
  GrShop *shop = gr_page_get_shop (GR_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (!entry || !shop)
    return;
  if (!gr_today_kind_look_up (entry, shop, &error))
    gr_reading_failed (self, error);
  gr_today_row_view_show_entry (GR_TODAY_ROW_VIEW (gtk_list_item_get_child (list_item)), entry, shop);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, gr_today_row_view_new());
}

static void
activate_cb (GrTodayPage *self, guint position)
{
  const GrTodayEntry *entry = entry_at (self, position);
  GrFrame *frame = gr_frame_of (self);

  if (entry && frame)
    gr_today_entry_open (entry, frame);
}

static void
do_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrTodayPage *self = GR_TODAY_PAGE (widget);
  gint64 id = parameter ? g_variant_get_int64 (parameter) : 0;
  guint position = gr_paged_model_position_of (self->model, id);
  const GrTodayEntry *entry = position != GTK_INVALID_LIST_POSITION ? entry_at (self, position) : NULL;
  GrFrame *frame = gr_frame_of (self);

  if (entry && frame)
    gr_today_kind (entry->row->kind)->act (entry, frame);
}

/* Ctrl+Enter presses the button of the selected line. */
static void
do_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = gr_paged_model_get_selected (GR_TODAY_PAGE (widget)->model);

  if (id != 0)
    gtk_widget_activate_action (widget, "today.do", "x", id);
}

static void
show_rows (GrTodayPage *self)
{
  GrShop *shop = gr_page_get_shop (GR_PAGE (self));
  int kind = gr_chips_get_chosen (GR_CHIPS (self->chips));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = shop ? gr_shop_today_rows (shop, ROWS_PER_KIND, &error) : NULL;
  GPtrArray *entries;

  if (!rows) {
    gr_reading_failed (self, error);
    return;
  }
  entries = g_ptr_array_new();
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++) {
    GrTodayRow *row = g_ptr_array_index (rows, i);

    if (kind == ALL_KINDS || kind == (int) row->kind)
      g_ptr_array_add (entries, gr_today_entry_new (row, gr_today_kind (row->kind)->about_id (row)));
    else
      gr_today_row_free (row);
  }
  gr_paged_model_take_rows (self->model, entries);
}

static gboolean
show_counts (GrTodayPage *self, GrShop *shop, gint64 *n)
{
  gint64 counts[GR_N_TODAY_KINDS];
  gint64 n_all = 0;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_today_counts (shop, counts, &error)) {
    gr_reading_failed (self, error);
    return FALSE;
  }
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++) {
    gr_chips_set_count (GR_CHIPS (self->chips), kind, counts[kind]);
    n_all += counts[kind];
  }
  gr_chips_set_count (GR_CHIPS (self->chips), ALL_KINDS, n_all);
  *n = n_all;
  return TRUE;
}

/* What is shown in place of an empty list */

static void
set_nothing (GrTodayPage *self, const char *icon_name, const char *const words[3], const char *action)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), words[0]);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), words[1]);
  gtk_widget_set_visible (self->nothing_button, action != NULL);
  if (action) {
    gtk_button_set_label (GTK_BUTTON (self->nothing_button), words[2]);
    gr_actionable_set_detailed (GTK_ACTIONABLE (self->nothing_button), action);
  }
}

static void
show_nothing (GrTodayPage *self, GrShop *shop, gboolean is_planned)
{
  GrStockFilter all = GR_STOCK_FILTER_ALL;
  GrStockTotals totals = {0};
  const char *empty[] = {
      _ ("No items yet"), _ ("Import your item list, or drop the file onto this window."), _ ("Import…")};
  const char *unplanned[] = {_ ("Nothing planned yet"),
      _ ("The plan forecasts what will be sold and suggests what to order, when, and why."), _ ("Plan now")};
  const char *calm[] = {
      _ ("Nothing needs doing"), _ ("Nothing is running out, no delivery is late, and no order is waiting."), NULL};
  g_autoptr (GError) error = NULL;

  if (!is_planned && !gr_shop_stock_totals (shop, &all, &totals, &error))
    gr_reading_failed (self, error);
  else if (!is_planned && totals.n_items == 0)
    set_nothing (self, "gr-stock-symbolic", empty, "win.import::");
  else if (!is_planned)
    set_nothing (self, "gr-planning-symbolic", unplanned, "win.plan");
  else
    set_nothing (self, "object-select-symbolic", calm, NULL);
}

/* Says where the page is not as good as it could be, for want of a plan of today. */
static gboolean
show_plan (GrTodayPage *self, GrShop *shop, gboolean *is_planned)
{
  GrPlanHead head;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_plan_head (shop, &head, is_planned, &error)) {
    gr_reading_failed (self, error);
    return FALSE;
  }
  if (*is_planned && head.made_for >= gr_shop_today (shop)) {
    gr_banner_hide (GR_BANNER (self->banner));
    return TRUE;
  }
  if (*is_planned) {
    day = gr_format_date_near (head.made_for, gr_shop_today (shop));
    text = g_strdup_printf (_ ("This plan is from %s. Order dates may be out of date: plan again."), day);
  }
  gr_banner_show_text (GR_BANNER (self->banner),
      text ? text : _ ("There is no plan yet: plan now to see what runs out and what to order."), _ ("Plan now"));
  return TRUE;
}

static void
plan_cb (GrTodayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", NULL);
}

/* The page */

static void
shop_set (GrPage *page)
{
  GrTodayPage *self = GR_TODAY_PAGE (page);

  gr_paged_model_clear (self->model);
  gr_banner_hide (GR_BANNER (self->banner));
  gr_chips_choose (GR_CHIPS (self->chips), ALL_KINDS);
}

static void
refresh (GrPage *page, GrNouns what)
{
  GrTodayPage *self = GR_TODAY_PAGE (page);
  GrShop *shop = gr_page_get_shop (page);
  g_autofree char *day = gr_format_date (gr_shop_today (shop));
  gboolean is_planned = FALSE;
  gint64 n_all = 0;

  gr_page_set_title (page, _ ("Today"), day);
  if (!show_plan (self, shop, &is_planned) || !show_counts (self, shop, &n_all))
    return;
  gtk_widget_set_visible (self->chips, n_all > 0);
  if (n_all == 0) {
    gr_chips_choose (GR_CHIPS (self->chips), ALL_KINDS);
    show_nothing (self, shop, is_planned);
    if (!is_planned)
      gr_banner_hide (GR_BANNER (self->banner));
  }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n_all > 0 ? self->scrolled : self->nothing);
  show_rows (self);
}

static guint
count_waiting (GrPage *page)
{
  gint64 counts[GR_N_TODAY_KINDS];
  gint64 n_all = 0;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_today_counts (gr_page_get_shop (page), counts, &error)) {
    gr_reading_failed (page, error);
    return 0;
  }
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++)
    n_all += counts[kind];
  return (guint) n_all;
}

/* The list is one stop of the Tab key, and the last of the page. */
static gboolean
gr_today_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GrTodayPage *self = GR_TODAY_PAGE (widget);

  if (self->view && gr_one_stop_leaves (self->view, direction)) {
    if (direction == GTK_DIR_TAB_FORWARD)
      return FALSE;
    return gtk_widget_child_focus (self->chips, direction);
  }
  return GTK_WIDGET_CLASS (gr_today_page_parent_class)->focus (widget, direction);
}

static void
gr_today_page_map (GtkWidget *widget)
{
  GtkWidget *view = GR_TODAY_PAGE (widget)->view;

  GTK_WIDGET_CLASS (gr_today_page_parent_class)->map (widget);
  if (gtk_widget_get_mapped (view)) /* where there is nothing to do, nothing could leave it */
    gtk_widget_grab_focus (view);
}

static void
gr_today_page_dispose (GObject *object)
{
  GrTodayPage *self = GR_TODAY_PAGE (object);

  if (self->view)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_object (&self->model);
  G_OBJECT_CLASS (gr_today_page_parent_class)->dispose (object);
}

static GrTableList *
list (GrPage *page)
{
  return gr_today_paper_new (GR_TODAY_PAGE (page)->model, gr_page_get_shop (page));
}

static void
gr_today_page_class_init (GrTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GrPageClass *page_class = GR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_today_page_dispose;
  widget_class->focus = gr_today_page_focus;
  widget_class->map = gr_today_page_map;
  page_class->shop_set = shop_set;
  page_class->list = list;
  page_class->refresh = refresh;
  page_class->count_waiting = count_waiting;

  g_type_ensure (GR_TYPE_BANNER);
  g_type_ensure (GR_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, view);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrTodayPage, nothing_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_install_action (widget_class, "today.do", "x", do_cb);
  gtk_widget_class_install_action (widget_class, "today.do-selected", NULL, do_selected_cb);
}

static void
add_chips (GrTodayPage *self)
{
  gr_chips_add (GR_CHIPS (self->chips), &(GrChip){ALL_KINDS, _ ("All"), NULL, NULL, NULL});
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++) {
    GrBadgeFace face = gr_today_kind_face ((GrTodayKind) kind);
    GrChip chip = {kind, face.text, face.icon_name, face.style, _ (gr_today_kind ((GrTodayKind) kind)->meaning)};

    gr_chips_add (GR_CHIPS (self->chips), &chip);
  }
}

static void
gr_today_page_init (GrTodayPage *self)
{
  GrRowSource source = {NULL, id_of_row, gr_today_entry_free, NULL};
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new();

  self->model = gr_paged_model_new (&source, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->model));
  gr_first_key_bind (self->view, GDK_KEY_Return, GDK_CONTROL_MASK, "today.do-selected");
}
