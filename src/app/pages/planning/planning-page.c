#include "planning-page.h"

#include "app/frame/reading.h"
#include "accept-act.h"
#include "planning-family-view.h"
#include "planning-item-view.h"
#include "planning-list.h"
#include "app/text/format.h"
#include "app/widgets/act-bar.h"
#include "app/widgets/banner.h"
#include "app/widgets/split.h"
#include "app/frame/frame.h"

#include <glib/gi18n.h>

#define SHOW_DETAIL_MS 120

struct _GrPlanningPage {
  GrPage parent_instance;

  GtkWidget *stack;
  GtkWidget *unplanned;
  GtkWidget *planned;
  GtkWidget *banner;
  GtkWidget *split;
  GtkWidget *list;
  GtkWidget *chosen_bar;
  GtkWidget *chosen_label;
  GtkWidget *chosen_acts;
  GtkWidget *back_bar;
  GtkWidget *detail;
  GtkWidget *item_view;
  GtkWidget *family_view;
  GtkWidget *nothing;

  gboolean is_planned;
  guint detail_id;
};

G_DEFINE_FINAL_TYPE (GrPlanningPage, gr_planning_page, GR_TYPE_PAGE)

static GrShop *
shop_of (GrPlanningPage *self)
{
  return gr_page_get_shop (GR_PAGE (self));
}

/* The detail */

static gboolean
sees_detail (GrPlanningPage *self)
{
  return gr_split_is_split (GR_SPLIT (self->split)) || gr_split_shows_detail (GR_SPLIT (self->split));
}

static void
show_nothing (GrPlanningPage *self, const GError *error)
{
  g_autofree char *why = error ? g_markup_escape_text (error->message, -1) : NULL;

  adw_status_page_set_title (
      ADW_STATUS_PAGE (self->nothing), error ? _ ("The item can’t be read") : _ ("Nothing selected"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->nothing), why ? why : _ ("Select an item or a family to see what to order, and why."));
}

static void
show_detail (GrPlanningPage *self)
{
  g_autoptr (GError) error = NULL;
  gint64 item_id = gr_planning_list_get_item (GR_PLANNING_LIST (self->list));
  const GrPlanningFamilyRow *family = gr_planning_list_get_family (GR_PLANNING_LIST (self->list));
  GtkWidget *shown = self->nothing;

  if (!shop_of (self) || !sees_detail (self))
    return;
  if (item_id != 0) {
    if (gr_planning_item_view_show_item (GR_PLANNING_ITEM_VIEW (self->item_view), shop_of (self), item_id, &error))
      shown = self->item_view;
  } else if (family) {
    gr_planning_family_view_show_family (GR_PLANNING_FAMILY_VIEW (self->family_view), shop_of (self), family->family,
        family->id == GR_PLANNING_WHOLE_SHOP);
    shown = self->family_view;
  }
  if (shown == self->nothing)
    show_nothing (self, error);
  gr_reading_failed (self, error);
  gtk_stack_set_visible_child (GTK_STACK (self->detail), shown);
}

static gboolean
show_detail_cb (gpointer data)
{
  GrPlanningPage *self = data;

  self->detail_id = 0;
  show_detail (self);
  return G_SOURCE_REMOVE;
}

/* Somebody who walks down the list with the arrow key is not held up. */
static void
show_detail_soon (GrPlanningPage *self)
{
  g_clear_handle_id (&self->detail_id, g_source_remove);
  self->detail_id = g_timeout_add (SHOW_DETAIL_MS, show_detail_cb, self);
}

static void
set_shows_detail (GrPlanningPage *self, gboolean shows_detail)
{
  g_object_set (self->split, "shows-detail", shows_detail, NULL);
  if (shows_detail)
    show_detail (self);
}

static void
split_changed_cb (GrPlanningPage *self)
{
  gtk_widget_set_visible (self->back_bar, !gr_split_is_split (GR_SPLIT (self->split)));
  show_detail_soon (self);
}

static void
back_cb (GrPlanningPage *self)
{
  set_shows_detail (self, FALSE);
  gr_planning_list_focus (GR_PLANNING_LIST (self->list));
}

static void
activated_cb (GrPlanningPage *self, gint64 id)
{
  GrFrame *frame = gr_frame_of (self);

  if (!gr_split_is_split (GR_SPLIT (self->split))) {
    set_shows_detail (self, TRUE);
    gtk_widget_child_focus (self->back_bar, GTK_DIR_TAB_FORWARD);
  } else if (gr_planning_list_get_family (GR_PLANNING_LIST (self->list)))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.show-family", NULL);
  else if (frame)
    gr_frame_show_item (frame, id);
}

/* The header and the bars */

static void
show_act (GrPlanningPage *self)
{
  gint64 n_due = gr_planning_list_count_due (GR_PLANNING_LIST (self->list));
  g_autofree char *count = gr_format_count (n_due);
  g_autofree char *label =
      g_strdup_printf (ngettext ("Accept %s due suggestion", "Accept %s due suggestions", (gulong) n_due), count);

  if (!self->is_planned)
    gr_page_set_act (GR_PAGE (self), NULL, FALSE);
  else
    gr_page_set_act (GR_PAGE (self), n_due > 0 ? label : _ ("Accept due suggestions"), n_due > 0);
}

static void
show_chosen (GrPlanningPage *self)
{
  g_autoptr (GArray) ids = gr_planning_list_get_ticked (GR_PLANNING_LIST (self->list));
  g_autofree char *count = gr_format_count (ids->len);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s suggestion selected", "%s suggestions selected", (gulong) ids->len), count);

  gtk_label_set_text (GTK_LABEL (self->chosen_label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->chosen_bar), ids->len > 0);
}

/* A plan of an earlier day says what to have ordered then. */
static void
show_plan (GrPlanningPage *self, const GrPlanHead *head)
{
  GrShop *shop = shop_of (self);
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *day = NULL;
  g_autofree char *stale = NULL;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->is_planned ? self->planned : self->unplanned);
  gr_banner_hide (GR_BANNER (self->banner));
  if (!self->is_planned) {
    gr_page_set_title (GR_PAGE (self), _ ("Planning"), NULL);
    return;
  }
  when = gr_format_instant (head->made_at, gr_shop_today (shop));
  subtitle = g_strdup_printf (_ ("Planned %s"), when);
  gr_page_set_title (GR_PAGE (self), _ ("Planning"), subtitle);
  if (head->made_for >= gr_shop_today (shop))
    return;
  day = gr_format_date_near (head->made_for, gr_shop_today (shop));
  stale = g_strdup_printf (_ ("This plan is from %s. Order dates may be out of date: plan again."), day);
  gr_banner_show_text (GR_BANNER (self->banner), stale, _ ("Plan now"));
}

static void
plan_cb (GrPlanningPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", NULL);
}

/* The page */

static void
shop_set (GrPage *page)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (page);

  g_clear_handle_id (&self->detail_id, g_source_remove);
  gr_planning_family_view_forget (GR_PLANNING_FAMILY_VIEW (self->family_view));
  gr_planning_list_set_shop (GR_PLANNING_LIST (self->list), gr_page_get_shop (page));
  gtk_stack_set_visible_child (GTK_STACK (self->detail), self->nothing);
  set_shows_detail (self, FALSE);
  show_chosen (self);
  gr_page_set_act (page, NULL, FALSE);
}

static void
refresh (GrPage *page, GrNouns what)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (page);
  gboolean was_planned = self->is_planned;
  GrPlanHead head;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_plan_head (shop_of (self), &head, &self->is_planned, &error)) {
    gr_reading_failed (self, error);
    return;
  }
  show_plan (self, &head);
  if (self->is_planned && !was_planned)
    gr_planning_list_begin_anew (GR_PLANNING_LIST (self->list));
  show_act (self);
  gr_planning_family_view_forget (GR_PLANNING_FAMILY_VIEW (self->family_view));
  gr_planning_list_refresh (GR_PLANNING_LIST (self->list));
  show_detail_soon (self);
}

static void
search (GrPage *page, const char *text)
{
  gr_planning_list_search (GR_PLANNING_LIST (GR_PLANNING_PAGE (page)->list), text);
}

static gboolean
open_item (GrPage *page, gint64 id)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (page);

  gr_planning_list_show_item (GR_PLANNING_LIST (self->list), id);
  set_shows_detail (self, TRUE);
  return TRUE;
}

static gboolean
go_back (GrPage *page)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (page);

  if (gr_planning_item_view_close_why (GR_PLANNING_ITEM_VIEW (self->item_view)))
    return TRUE;
  if (!gr_split_shows_detail (GR_SPLIT (self->split)))
    return FALSE;
  back_cb (self);
  return TRUE;
}

static void
accept_items (GrPlanningPage *self, GArray *ids)
{
  GrFrame *frame = gr_frame_of (self);
  GrSuggestionChoice choice = {.item_ids = (const gint64 *) (gconstpointer) ids->data, .n_items = ids->len};

  if (frame && ids->len > 0)
    gr_accept_act_run (frame, &choice);
}

static void
act (GrPage *page)
{
  GrFrame *frame = gr_frame_of (page);
  GrSuggestionChoice all = {NULL};

  gr_planning_list_untick_all (GR_PLANNING_LIST (GR_PLANNING_PAGE (page)->list));
  if (frame)
    gr_accept_act_run (frame, &all);
}

static void
accept_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  accept_items (GR_PLANNING_PAGE (widget), ids);
}

/* What is ticked; without a tick, what is selected. */
static void
accept_chosen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (widget);
  g_autoptr (GArray) ids = gr_planning_list_get_ticked (GR_PLANNING_LIST (self->list));
  gint64 selected = gr_planning_list_get_item (GR_PLANNING_LIST (self->list));

  if (ids->len == 0 && selected != 0)
    g_array_append_val (ids, selected);
  accept_items (self, ids);
  gr_planning_list_untick_all (GR_PLANNING_LIST (self->list));
}

static void
accept_family_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (widget);
  const GrPlanningFamilyRow *family = gr_planning_list_get_family (GR_PLANNING_LIST (self->list));
  GrStockFilter due = GR_STOCK_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!family || family->id <= 0)
    return;
  due.family_id = family->id;
  due.due_by = gr_shop_today (shop_of (self));
  due.only_due = TRUE;
  ids = gr_shop_stock_ids (shop_of (self), &due, &error);
  if (ids)
    accept_items (self, ids);
  else
    gr_reading_failed (self, error);
}

static void
show_family_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (widget);
  const GrPlanningFamilyRow *family = gr_planning_list_get_family (GR_PLANNING_LIST (self->list));
  gint64 id = family && family->id > 0 ? family->id : 0;

  set_shows_detail (self, FALSE);
  gr_planning_list_show_family (GR_PLANNING_LIST (self->list), id);
  gr_planning_list_focus (GR_PLANNING_LIST (self->list));
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrFrame *frame = gr_frame_of (widget);

  if (frame)
    gr_frame_clear_search (frame);
  gr_planning_list_show_all (GR_PLANNING_LIST (GR_PLANNING_PAGE (widget)->list));
}

static void
untick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_planning_list_untick_all (GR_PLANNING_LIST (GR_PLANNING_PAGE (widget)->list));
}

static void
why_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (widget);

  if (!sees_detail (self))
    set_shows_detail (self, TRUE);
  gr_planning_item_view_toggle_why (GR_PLANNING_ITEM_VIEW (self->item_view));
}

static void
gr_planning_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gr_planning_page_parent_class)->map (widget);
  gr_planning_list_focus (GR_PLANNING_LIST (GR_PLANNING_PAGE (widget)->list));
}

static void
gr_planning_page_dispose (GObject *object)
{
  GrPlanningPage *self = GR_PLANNING_PAGE (object);

  g_clear_handle_id (&self->detail_id, g_source_remove);
  G_OBJECT_CLASS (gr_planning_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, unplanned);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, planned);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, split);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, list);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, chosen_bar);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, chosen_acts);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, back_bar);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, detail);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, item_view);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, family_view);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_act);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_detail_soon);
  gtk_widget_class_bind_template_callback (widget_class, split_changed_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.accept-item", "x", accept_item_cb);
  gtk_widget_class_install_action (widget_class, "page.accept-chosen", NULL, accept_chosen_cb);
  gtk_widget_class_install_action (widget_class, "page.accept-family", NULL, accept_family_cb);
  gtk_widget_class_install_action (widget_class, "page.show-family", NULL, show_family_cb);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "page.untick", NULL, untick_cb);
  gtk_widget_class_install_action (widget_class, "page.why", NULL, why_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "page.why", NULL);
}

static void
gr_planning_page_class_init (GrPlanningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GrPageClass *page_class = GR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_planning_page_dispose;
  widget_class->map = gr_planning_page_map;
  page_class->shop_set = shop_set;
  page_class->refresh = refresh;
  page_class->search = search;
  page_class->act = act;
  page_class->open = open_item;
  page_class->go_back = go_back;

  g_type_ensure (GR_TYPE_ACT_BAR);
  g_type_ensure (GR_TYPE_BANNER);
  g_type_ensure (GR_TYPE_PLANNING_FAMILY_VIEW);
  g_type_ensure (GR_TYPE_PLANNING_ITEM_VIEW);
  g_type_ensure (GR_TYPE_PLANNING_LIST);
  g_type_ensure (GR_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/planning/planning-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
gr_planning_page_init (GrPlanningPage *self)
{
  const GrAct acts[] = {
      {_ ("Clear selection"), NULL, "page.untick", FALSE},
      {_ ("Accept selected"), _ ("Add the selected suggestions to draft orders (Ctrl+Enter)"), "page.accept-chosen",
          TRUE},
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  gr_act_bar_show (GR_ACT_BAR (self->chosen_acts), acts, G_N_ELEMENTS (acts));
}
