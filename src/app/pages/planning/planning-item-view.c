#include "planning-item-view.h"

#include "app/frame/reading.h"
#include "app/pages/item/item-why.h"
#include "series-view.h"
#include "suggestion-row.h"
#include "app/text/format.h"
#include "app/widgets/badge.h"
#include "app/widgets/figures.h"

#include "shop/catalogue/item-card.h"

#include <glib/gi18n.h>

/* A year of orders takes longer to lay out than all the rest. */
#define NEAREST_LATER 3

struct _GrPlanningItemView {
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *name;
  GtkWidget *code;
  GtkWidget *open;
  GtkWidget *health;
  GtkWidget *why;
  GtkWidget *next;
  GtkWidget *series;
  GtkWidget *figures;
  GtkWidget *later_box;
  GtkWidget *later;
  GtkWidget *show_later;

  GrShop *shop;
  GrItemCard *card; /* (nullable) what is shown */
  gint64 item_id;
  gboolean shows_all_later;
};

G_DEFINE_FINAL_TYPE (GrPlanningItemView, gr_planning_item_view, GTK_TYPE_WIDGET)

static void
show_series (GrPlanningItemView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemSeries) series = NULL;

  if (!self->shop)
    return;
  series =
      gr_shop_item_series (self->shop, self->item_id, gr_series_view_get_grain (GR_SERIES_VIEW (self->series)), &error);
  if (!series)
    gr_reading_failed (self, error);
  gr_series_view_show (GR_SERIES_VIEW (self->series), series);
}

static void
empty_list (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)))
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

/* The order to act on stands with the answer, those to come below: the nearest, and all of them where asked for. */
static void
show_suggestions (GrPlanningItemView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = gr_shop_suggestions_of_item (self->shop, self->item_id, &error);
  guint n = found ? found->len : 0, n_shown = self->shows_all_later ? n : MIN (n, 1 + NEAREST_LATER);

  if (!found)
    gr_reading_failed (self, error);
  empty_list (self->next);
  empty_list (self->later);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (i == 0 ? self->next : self->later),
        gr_suggestion_row_new (self->shop, g_ptr_array_index (found, i), i == 0));
  gtk_widget_set_visible (self->next, n > 0);
  gtk_widget_set_visible (self->later_box, n > 1);
  gtk_widget_set_visible (self->show_later, n_shown < n);
}

static void
show_later_cb (GrPlanningItemView *self)
{
  self->shows_all_later = TRUE;
  show_suggestions (self);
}

static void
set_qty (GrPlanningItemView *self, const GrItem *item, const char *const words[2], GrQty qty)
{
  g_autofree char *text = gr_format_qty_unit (qty, item->unit);

  gr_figures_set (GR_FIGURES (self->figures), words[0], words[1], text);
}

static void
show_figures (GrPlanningItemView *self, const GrItemCard *card)
{
  const GrPlanLine *plan = card->plan;
  const char *on_hand[] = {_ ("On hand"), _ ("What is in the shop and its warehouses now.")};
  const char *on_order[] = {
      _ ("On order and in drafts"), _ ("Ordered from suppliers and not yet here, drafts included.")};
  const char *safety[] = {
      _ ("Safety stock"), _ ("Extra stock in case more is sold, or deliveries come later, than expected.")};
  const char *reorder[] = {_ ("Reorder point"), _ ("Order when stock on hand plus stock on order falls below this.")};
  const char *up_to[] = {_ ("Order-up-to level"), _ ("An order fills stock on hand plus stock on order up to this.")};
  g_autofree char *days = plan ? gr_format_days (plan->days_of_supply) : g_strdup (GR_UNKNOWN_TEXT);
  g_autofree char *risk = plan ? gr_format_money_currency (plan->money_at_risk, gr_shop_currency_digits (self->shop),
                                     gr_shop_currency (self->shop))
                               : g_strdup (GR_UNKNOWN_TEXT);

  set_qty (self, card->item, on_hand, card->on_hand);
  set_qty (self, card->item, on_order, card->coming);
  gr_figures_set (GR_FIGURES (self->figures), _ ("Days of supply"),
      _ ("How many days the stock on hand lasts at the expected sales."), days);
  gr_figures_set (GR_FIGURES (self->figures), _ ("Sales at risk"),
      _ ("Sales that may be missed before the next delivery can arrive, at selling price."), risk);
  set_qty (self, card->item, safety, plan ? plan->safety_stock : 0);
  set_qty (self, card->item, reorder, plan ? plan->reorder_point : 0);
  set_qty (self, card->item, up_to, plan ? plan->order_up_to : 0);
}

static void
show_note (GrPlanningItemView *self, const GrItemCard *card)
{
  g_autofree char *note = NULL;

  if (card->forecast_method && card->forecast_record)
    note = g_strdup_printf (_ ("Forecast method: %s. %s"), card->forecast_method, card->forecast_record);
  else if (card->forecast_method)
    note = g_strdup_printf (_ ("Forecast method: %s."), card->forecast_method);
  gr_series_view_set_note (GR_SERIES_VIEW (self->series), note);
}

static void
show_card (GrPlanningItemView *self, const GrItemCard *card)
{
  const GrItem *item = card->item;
  GrStockHealth health = card->plan ? card->plan->health : GR_HEALTH_NONE;
  GrBadgeFace face = gr_badge_face_of_stock (health, card->on_hand);
  g_autofree char *code = item->family ? g_strdup_printf ("%s · %s", item->code, item->family) : g_strdup (item->code);

  gtk_label_set_text (GTK_LABEL (self->name), *item->description ? item->description : item->code);
  gtk_label_set_text (GTK_LABEL (self->code), code);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "x", item->id);
  gtk_widget_set_visible (self->health, card->plan != NULL);
  gr_badge_set_face (GR_BADGE (self->health), &face);
  gtk_widget_set_tooltip_text (self->health, gr_stock_state_meaning (health, card->on_hand));
  gr_item_why_show_explanation (GR_ITEM_WHY (self->why), card->explanation);
  show_suggestions (self);
  show_figures (self, card);
  show_note (self, card);
  show_series (self);
}

/**
 * gr_planning_item_view_show_item:
 *
 * Returns: %FALSE where it can't be read
 */
gboolean
gr_planning_item_view_show_item (GrPlanningItemView *self, GrShop *shop, gint64 item_id, GError **error)
{
  GrItemCard *card;

  g_return_val_if_fail (GR_IS_PLANNING_ITEM_VIEW (self), FALSE);

  card = gr_shop_item_card (shop, item_id, error);
  if (!card)
    return FALSE;
  g_set_object (&self->shop, shop);
  self->shows_all_later = self->shows_all_later && self->item_id == item_id;
  if (self->item_id != item_id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  self->item_id = item_id;
  show_card (self, card);
  g_clear_pointer (&self->card, gr_item_card_free);
  self->card = card;
  return TRUE;
}

void
gr_planning_item_view_toggle_why (GrPlanningItemView *self)
{
  g_return_if_fail (GR_IS_PLANNING_ITEM_VIEW (self));
  gr_item_why_set_open (GR_ITEM_WHY (self->why), !gr_item_why_is_open (GR_ITEM_WHY (self->why)));
}

/**
 * gr_planning_item_view_close_why:
 *
 * Returns: whether the numbers were shown
 */
gboolean
gr_planning_item_view_close_why (GrPlanningItemView *self)
{
  g_return_val_if_fail (GR_IS_PLANNING_ITEM_VIEW (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !gr_item_why_is_open (GR_ITEM_WHY (self->why)))
    return FALSE;
  gr_item_why_set_open (GR_ITEM_WHY (self->why), FALSE);
  return TRUE;
}

static void
gr_planning_item_view_dispose (GObject *object)
{
  GrPlanningItemView *self = GR_PLANNING_ITEM_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->card, gr_item_card_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_planning_item_view_parent_class)->dispose (object);
}

static void
gr_planning_item_view_class_init (GrPlanningItemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_planning_item_view_dispose;
  g_type_ensure (GR_TYPE_BADGE);
  g_type_ensure (GR_TYPE_FIGURES);
  g_type_ensure (GR_TYPE_ITEM_WHY);
  g_type_ensure (GR_TYPE_SERIES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/granary/Granary/pages/planning/planning-item-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, name);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, code);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, open);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, health);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, why);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, next);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, series);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, figures);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, later_box);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, later);
  gtk_widget_class_bind_template_child (widget_class, GrPlanningItemView, show_later);
  gtk_widget_class_bind_template_callback (widget_class, show_series);
  gtk_widget_class_bind_template_callback (widget_class, show_later_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_planning_item_view_init (GrPlanningItemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
