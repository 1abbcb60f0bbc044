#include "item-view.h"

#include "app/frame/reading.h"
#include "app/chart/widgets/forecast-chart.h"
#include "app/chart/widgets/wrap-layout.h"
#include "item-forecast.h"
#include "item-ledger.h"
#include "item-rows.h"
#include "item-supply.h"
#include "item-why.h"
#include "app/pages/planning/series-chart.h"
#include "stock-adjuster.h"
#include "app/text/format.h"
#include "app/widgets/badge.h"
#include "app/widgets/figures.h"
#include "app/widgets/table/columns-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _GrItemView {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *content;
  GtkWidget *nothing;
  GtkWidget *scrolled;
  GtkWidget *heading;
  GtkWidget *name;
  GtkWidget *code;
  GtkWidget *health;
  GtkWidget *why;
  GtkWidget *figures;
  GtkWidget *adjust_button;
  GtkWidget *adjuster;
  GtkWidget *weeks;
  GtkWidget *chart;
  GtkWidget *switcher;
  GtkWidget *tabs;
  GtkWidget *rows;
  GtkWidget *forecast;
  GtkWidget *ledger;
  GtkWidget *supply;

  GrShop *shop;
  gint64 item_id; /* 0 for none; there may be no card of it */
  GrItemCard *card;
  gboolean has_title;
};

enum { PROP_HAS_TITLE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrItemView, gr_item_view, GTK_TYPE_WIDGET)

static GrGrain
grain_of (GrItemView *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->weeks)) ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
}

static void
show_chart (GrItemView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemSeries) series = NULL;
  g_autoptr (GrForecastChartData) data = NULL;

  if (!self->card)
    return;
  series = gr_shop_item_series (self->shop, self->card->item->id, grain_of (self), &error);
  if (series)
    data = gr_series_chart_data (series);
  if (!data || !gr_item_forecast_mark_chart (data, self->shop, self->card->item->id, &error))
    gr_reading_failed (self, error);
  gr_forecast_chart_set_data (GR_FORECAST_CHART (self->chart), data);
}

static void
set_qty (GrItemView *self, const char *title, const char *tooltip, GrQty qty)
{
  g_autofree char *text = gr_format_qty_unit (qty, self->card->item->unit);

  gr_figures_set (GR_FIGURES (self->figures), title, tooltip, text);
}

static void
show_figures (GrItemView *self)
{
  const GrItemCard *card = self->card;
  GrFigures *figures = GR_FIGURES (self->figures);
  g_autofree char *days = gr_format_days (card->plan ? card->plan->days_of_supply : NAN);
  /* where nothing is reserved it is what is on hand, and said there */
  g_autofree char *available =
      card->reserved != 0 ? gr_format_qty_unit (card->on_hand - card->reserved, card->item->unit) : NULL;
  g_autofree char *value =
      gr_format_money_currency (card->value, gr_shop_currency_digits (self->shop), gr_shop_currency (self->shop));

  set_qty (self, _ ("On hand"), _ ("What is in the shop and its warehouses now."), card->on_hand);
  set_qty (self, _ ("On order"), _ ("Ordered from suppliers and not yet here."), card->on_order);
  gr_figures_set (figures, _ ("Available"), _ ("On hand, less what is reserved."), available);
  set_qty (self, _ ("On hand + on order"),
      _ ("Stock on hand plus stock on order, less what is reserved. Stock below zero counts as zero."),
      MAX (0, card->on_hand) + card->on_order);
  gr_figures_set (
      figures, _ ("Days of supply"), _ ("How many days the stock on hand lasts at the expected sales."), days);
  gr_figures_set (figures, _ ("Stock value"), _ ("Stock on hand at purchase price."), value);
}

/* Only the tab that is seen is filled; the others when they come up. */
static void
show_tab (GrItemView *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (GTK_STACK (self->tabs));

  if (!self->card)
    return;
  if (tab == self->rows)
    gr_item_rows_show_card (GR_ITEM_ROWS (self->rows), self->shop, self->card);
  else if (tab == self->forecast)
    gr_item_forecast_show_item (GR_ITEM_FORECAST (self->forecast), self->shop, self->card->item->id, grain_of (self));
  else if (tab == self->ledger)
    gr_item_ledger_show_item (GR_ITEM_LEDGER (self->ledger), self->shop, self->card->item->id);
  else if (tab == self->supply)
    gr_item_supply_show_card (GR_ITEM_SUPPLY (self->supply), self->shop, self->card);
}

static void
grain_chosen_cb (GrItemView *self)
{
  show_chart (self);
  show_tab (self);
}

static void
show_card (GrItemView *self)
{
  const GrItemCard *card = self->card;
  const GrItem *item = card->item;
  GrStockHealth health = card->plan ? card->plan->health : GR_HEALTH_NONE;
  GrBadgeFace face = gr_badge_face_of_stock (health, card->on_hand);
  g_autofree char *code = item->family ? g_strdup_printf ("%s · %s", item->code, item->family) : g_strdup (item->code);

  gtk_label_set_text (GTK_LABEL (self->name), *item->description ? item->description : item->code);
  gtk_label_set_text (GTK_LABEL (self->code), code);
  gtk_widget_set_visible (self->health, card->plan != NULL || card->on_hand < 0);
  gr_badge_set_face (GR_BADGE (self->health), &face);
  gtk_widget_set_tooltip_text (self->health, gr_stock_state_meaning (health, card->on_hand));
  gr_item_why_show_explanation (GR_ITEM_WHY (self->why), card->explanation);
  show_figures (self);
  gtk_widget_set_visible (self->adjust_button, item->is_stocked);
  gr_stock_adjuster_show_card (GR_STOCK_ADJUSTER (self->adjuster), self->shop, card);
  show_tab (self);
  show_chart (self);
}

static void
say_nothing (GrItemView *self, const char *title, const char *why)
{
  g_autofree char *description = g_markup_escape_text (why, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), description);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->nothing);
}

/**
 * gr_item_view_show_item:
 *
 * Returns: %FALSE where there is no such item
 */
gboolean
gr_item_view_show_item (GrItemView *self, GrShop *shop, gint64 item_id)
{
  g_autoptr (GError) error = NULL;
  GrItemCard *card;
  gboolean is_another;

  g_return_val_if_fail (GR_IS_ITEM_VIEW (self), FALSE);

  card = gr_shop_item_card (shop, item_id, &error);
  is_another = !self->card || self->card->item->id != item_id;
  g_clear_pointer (&self->card, gr_item_card_free);
  g_set_object (&self->shop, shop);
  self->item_id = item_id;
  if (!card) {
    gr_item_why_show_explanation (GR_ITEM_WHY (self->why), NULL);
    say_nothing (self, _ ("The item can’t be shown"), error->message);
    gr_reading_failed (self, error);
    return FALSE;
  }
  self->card = card;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->content);
  show_card (self);
  if (is_another)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  return TRUE;
}

/**
 * gr_item_view_clear:
 *
 * Shows that nothing is selected.
 */
void
gr_item_view_clear (GrItemView *self)
{
  g_return_if_fail (GR_IS_ITEM_VIEW (self));

  gr_item_why_show_explanation (GR_ITEM_WHY (self->why), NULL);
  g_clear_pointer (&self->card, gr_item_card_free);
  g_clear_object (&self->shop);
  self->item_id = 0;
  say_nothing (self, _ ("No item selected"), _ ("Select one in the list to see what to do about it."));
}

void
gr_item_view_refresh (GrItemView *self)
{
  g_return_if_fail (GR_IS_ITEM_VIEW (self));

  if (self->item_id != 0)
    gr_item_view_show_item (self, self->shop, self->item_id);
}

/**
 * gr_item_view_get_card:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
const GrItemCard *
gr_item_view_get_card (GrItemView *self)
{
  g_return_val_if_fail (GR_IS_ITEM_VIEW (self), NULL);
  return self->card;
}

/* The second tick comes after the layout in which the button has been scrolled to; before, it may lie beside the
 * screen, where GTK finds no monitor to pop up on. */
static gboolean
pop_up_cb (GtkWidget *button, GdkFrameClock *clock, gpointer n_ticks)
{
  if (++*(int *) n_ticks < 2)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return G_SOURCE_REMOVE;
}

/**
 * gr_item_view_adjust:
 *
 * Asks what was counted.
 */
void
gr_item_view_adjust (GrItemView *self)
{
  g_return_if_fail (GR_IS_ITEM_VIEW (self));

  if (!self->card || !self->card->item->is_stocked)
    return;
  gtk_widget_grab_focus (self->adjust_button);
  gtk_widget_add_tick_callback (self->adjust_button, pop_up_cb, g_new0 (int, 1), g_free);
}

void
gr_item_view_toggle_why (GrItemView *self)
{
  g_return_if_fail (GR_IS_ITEM_VIEW (self));
  gr_item_why_set_open (GR_ITEM_WHY (self->why), !gr_item_why_is_open (GR_ITEM_WHY (self->why)));
}

/**
 * gr_item_view_focus:
 *
 * Puts the cursor where work goes on, which is no field.
 */
gboolean
gr_item_view_focus (GrItemView *self)
{
  g_return_val_if_fail (GR_IS_ITEM_VIEW (self), FALSE);

  if (self->card && self->card->item->is_stocked && gtk_widget_grab_focus (self->adjust_button))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * gr_item_view_close_why:
 *
 * Returns: whether the numbers were shown
 */
gboolean
gr_item_view_close_why (GrItemView *self)
{
  g_return_val_if_fail (GR_IS_ITEM_VIEW (self), FALSE);

  if (!self->card || !gr_item_why_is_open (GR_ITEM_WHY (self->why)))
    return FALSE;
  gr_item_why_set_open (GR_ITEM_WHY (self->why), FALSE);
  return TRUE;
}

static void
gr_item_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, GR_ITEM_VIEW (object)->has_title);
}

static void
gr_item_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GrItemView *self = GR_ITEM_VIEW (object);

  self->has_title = g_value_get_boolean (value);
  gtk_widget_set_visible (self->heading, self->has_title);
}

static void
gr_item_view_dispose (GObject *object)
{
  GrItemView *self = GR_ITEM_VIEW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->card, gr_item_card_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_item_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GrItemView, stack);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, content);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, heading);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, name);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, code);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, health);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, why);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, figures);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, adjust_button);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, adjuster);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, weeks);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, chart);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, switcher);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, tabs);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, rows);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, forecast);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, ledger);
  gtk_widget_class_bind_template_child (widget_class, GrItemView, supply);
  gtk_widget_class_bind_template_callback (widget_class, grain_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_tab);
}

static void
gr_item_view_class_init (GrItemViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gr_item_view_dispose;
  object_class->get_property = gr_item_view_get_property;
  object_class->set_property = gr_item_view_set_property;
  properties[PROP_HAS_TITLE] =
      g_param_spec_boolean ("has-title", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (GR_TYPE_BADGE);
  g_type_ensure (GR_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (GR_TYPE_FIGURES);
  g_type_ensure (GR_TYPE_FORECAST_CHART);
  g_type_ensure (GR_TYPE_ITEM_FORECAST);
  g_type_ensure (GR_TYPE_ITEM_LEDGER);
  g_type_ensure (GR_TYPE_ITEM_ROWS);
  g_type_ensure (GR_TYPE_ITEM_SUPPLY);
  g_type_ensure (GR_TYPE_ITEM_WHY);
  g_type_ensure (GR_TYPE_STOCK_ADJUSTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-view.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_view_init (GrItemView *self)
{
  self->has_title = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The tabs take a second row where the window is narrow; one frame round both would be cut in two. */
  gtk_widget_remove_css_class (self->switcher, "linked");
  gtk_widget_set_layout_manager (self->switcher, gr_wrap_layout_new (6, 6));
}
