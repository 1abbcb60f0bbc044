#include "supplier-card.h"

#include "app/frame/reading.h"
#include "app/pages/planning/accept-act.h"
#include "app/pages/orders/order-table.h"
#include "supplier-items.h"
#include "supplier-rows.h"
#include "app/text/format.h"
#include "app/widgets/act-bar.h"
#include "app/widgets/figures.h"
#include "app/frame/frame.h"

#include "shop/purchasing/orders.h"
#include "shop/planning/plan-view.h"
#include "shop/purchasing/supplier-reliability.h"
#include "shop/catalogue/supplier-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GrSupplierCard {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *nothing;
  GtkWidget *body;
  GtkWidget *name;
  GtkWidget *sentence;
  GtkWidget *acts;
  GtkWidget *figures;
  GtkWidget *items;
  GtkWidget *orders;
  GtkWidget *rows;

  GrShop *shop;
  gint64 supplier_id;
  GrSupplier *supplier; /* (nullable): as it was read last */
};

enum { PROP_HAS_TITLE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrSupplierCard, gr_supplier_card, GTK_TYPE_WIDGET)

static char *
format_money (GrSupplierCard *self, GrMoney money)
{
  return gr_format_money_currency (money, gr_shop_currency_digits (self->shop), gr_shop_currency (self->shop));
}

static char *
format_lead_time (const GrSupplierRow *row)
{
  g_autofree char *days = gr_format_count (row->lead_time_days);
  g_autofree char *deviation = gr_format_double (row->lead_time_sd_days, 1);

  if (row->lead_time_sd_days < 0.05)
    return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) row->lead_time_days), days);
  return g_strdup_printf (_ ("%s ± %s days"), days, deviation);
}

/* What the plan says to order there by today. */
static int
sum_due (GrSupplierCard *self, GrMoney *value)
{
  GrDate today = gr_shop_today (self->shop);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = gr_shop_suggestions (self->shop, self->supplier_id, today, &error);

  if (!due)
    gr_reading_failed (self, error);
  *value = 0;
  for (guint i = 0; due && i < due->len; i++)
    *value += ((const GrSuggestion *) g_ptr_array_index (due, i))->value;
  return due ? (int) due->len : 0;
}

static char *
say_what_to_do (GrSupplierCard *self, const GrSupplierRow *row, int n_due, GrMoney due_value)
{
  g_autofree char *money = format_money (self, n_due > 0 ? due_value : row->open_value);

  if (n_due > 0)
    return g_strdup_printf (
        ngettext ("Order %d item today, for %s.", "Order %d items today, for %s.", (gulong) n_due), n_due, money);
  if (row->n_open_orders > 0)
    return g_strdup_printf (_ ("Nothing to order today; goods for %s are outstanding."), money);
  if (row->n_items == 0)
    return g_strdup (_ ("Add the items they sell, and the plan can suggest orders."));
  return g_strdup (_ ("Nothing to order today."));
}

static void
show_figures (GrSupplierCard *self, const GrSupplierRow *row)
{
  GrFigures *figures = GR_FIGURES (self->figures);
  g_autofree char *lead_time = format_lead_time (row);
  g_autofree char *items = gr_format_count (row->n_items);
  g_autofree char *orders = gr_format_count (row->n_open_orders);
  g_autofree char *open = format_money (self, row->open_value);
  g_autofree char *minimum = format_money (self, self->supplier->minimum_order_value);

  gr_figures_set (figures, _ ("Lead time"),
      _ ("Days from sending an order to receiving the goods, and how much deliveries usually vary"), lead_time);
  gr_figures_set (figures, _ ("Items"), NULL, items);
  gr_figures_set (figures, _ ("Open orders"), NULL, orders);
  gr_figures_set (figures, _ ("Outstanding"), _ ("Ordered and not received yet, at the orders’ prices"), open);
  gr_figures_set (
      figures, _ ("Minimum order value"), _ ("The lowest value of an order that the supplier accepts"), minimum);
}

static char *
format_on_time (const GrSupplierRecord *record)
{
  g_autofree char *share = NULL;

  if (!record || record->n_due == 0)
    return g_strdup (GR_UNKNOWN_TEXT);
  share = gr_format_percent (gr_supplier_record_on_time (record), 0);
  /* Translators: "83% (10 of 12)": lines that came on time, of those due */
  return g_strdup_printf (_ ("%s (%d of %d)"), share, record->n_on_time, record->n_due);
}

static char *
format_learned (const GrSupplierRecord *record)
{
  g_autofree char *days = NULL;
  g_autofree char *deviation = NULL;

  if (!record || record->n_deliveries == 0)
    return g_strdup (GR_UNKNOWN_TEXT);
  days = gr_format_double (record->lead_time_days, 1);
  if (record->n_deliveries < 2)
    return g_strdup_printf (_ ("%s days (1 delivery)"), days);
  deviation = gr_format_double (record->lead_time_sd_days, 1);
  /* Translators: "9.3 ± 2.1 days (12 deliveries)" */
  return g_strdup_printf (
      ngettext ("%s ± %s days (%d delivery)", "%s ± %s days (%d deliveries)", (gulong) record->n_deliveries), days,
      deviation, record->n_deliveries);
}

/* Looks at the record of the last year, which no plan goes by. */
static void
show_record (GrSupplierCard *self)
{
  GrFigures *figures = GR_FIGURES (self->figures);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) records = gr_shop_supplier_records (self->shop, self->supplier_id, &error);
  const GrSupplierRecord *record = records ? g_hash_table_lookup (records, &self->supplier_id) : NULL;
  g_autofree char *on_time = format_on_time (record);
  g_autofree char *learned = format_learned (record);

  if (!records)
    gr_reading_failed (self, error);
  gr_figures_set (figures, _ ("On time"),
      _ ("Share of the order lines due in the last year that were received in full and at most a day late"), on_time);
  gr_figures_set (figures, _ ("Measured lead time"),
      _ ("How long the last deliveries really took. For comparison only: plans use the agreed lead time."), learned);
}

static void
show_acts (GrSupplierCard *self, gboolean is_due)
{
  const GrAct acts[] = {
      {_ ("Accept suggestions"), _ ("Add the plan’s suggestions to a draft order"), "supplier.accept", TRUE},
      {_ ("New order"), _ ("Start an empty draft"), "supplier.new-order", FALSE},
  };

  gr_act_bar_show (GR_ACT_BAR (self->acts), is_due ? acts : acts + 1, is_due ? 2 : 1);
}

static void
show_sums (GrSupplierCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gr_shop_suppliers (self->shop, self->supplier->name, &error);
  GrMoney due_value;
  int n_due = sum_due (self, &due_value);

  if (!rows)
    gr_reading_failed (self, error);
  for (guint i = 0; rows && i < rows->len; i++) {
    const GrSupplierRow *row = g_ptr_array_index (rows, i);
    g_autofree char *sentence = NULL;

    if (row->supplier_id != self->supplier_id)
      continue;
    sentence = say_what_to_do (self, row, n_due, due_value);
    gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
    show_acts (self, n_due > 0);
    show_figures (self, row);
    show_record (self);
  }
}

static gboolean
show_supplier (GrSupplierCard *self, GError **error)
{
  GPtrArray *orders = gr_shop_supplier_orders (self->shop, self->supplier_id, error);

  if (!orders)
    return FALSE;
  gr_order_table_take (GR_ORDER_TABLE (self->orders), self->shop, orders);
  if (!gr_supplier_items_show (GR_SUPPLIER_ITEMS (self->items), self->shop, self->supplier_id, error))
    return FALSE;
  gtk_label_set_text (GTK_LABEL (self->name), self->supplier->name);
  gr_supplier_rows_show (GR_SUPPLIER_ROWS (self->rows), self->shop, self->supplier);
  show_sums (self);
  return TRUE;
}

/**
 * gr_supplier_card_refresh:
 *
 * Reads the supplier again; one that is no more leaves an empty card.
 */
void
gr_supplier_card_refresh (GrSupplierCard *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GR_IS_SUPPLIER_CARD (self));

  g_clear_pointer (&self->supplier, gr_supplier_free);
  if (self->shop && self->supplier_id)
    self->supplier = gr_shop_supplier (self->shop, self->supplier_id, &error);
  if (self->supplier && show_supplier (self, &error)) {
    gtk_stack_set_visible_child (GTK_STACK (self->stack), self->body);
    return;
  }
  gr_reading_failed (self, error);
  gr_supplier_items_clear (GR_SUPPLIER_ITEMS (self->items));
  gr_order_table_clear (GR_ORDER_TABLE (self->orders));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->nothing);
}

/**
 * gr_supplier_card_show:
 *
 * Returns: %FALSE where there is no such supplier
 */
gboolean
gr_supplier_card_show (GrSupplierCard *self, GrShop *shop, gint64 supplier_id)
{
  g_return_val_if_fail (GR_IS_SUPPLIER_CARD (self), FALSE);

  g_set_object (&self->shop, shop);
  self->supplier_id = supplier_id;
  gr_supplier_card_refresh (self);
  return self->supplier != NULL;
}

void
gr_supplier_card_clear (GrSupplierCard *self)
{
  g_return_if_fail (GR_IS_SUPPLIER_CARD (self));

  g_clear_object (&self->shop);
  self->supplier_id = 0;
  gr_supplier_card_refresh (self);
}

/**
 * gr_supplier_card_get_name:
 *
 * Returns: (nullable) (transfer none): who is on show
 */
const char *
gr_supplier_card_get_name (GrSupplierCard *self)
{
  g_return_val_if_fail (GR_IS_SUPPLIER_CARD (self), NULL);
  return self->supplier ? self->supplier->name : NULL;
}

static void
new_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrSupplierCard *self = GR_SUPPLIER_CARD (widget);
  GrFrame *frame = gr_frame_of (self);
  g_autoptr (GError) error = NULL;
  gint64 order_id = gr_shop_new_order (self->shop, self->supplier_id, &error);

  if (order_id == 0)
    gr_frame_say_error (frame, _ ("The order was not created"), error);
  else
    gr_frame_show_order (frame, order_id);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrSupplierCard *self = GR_SUPPLIER_CARD (widget);

  gr_accept_act_run (gr_frame_of (self), &(GrSuggestionChoice){.supplier_id = self->supplier_id});
}

static void
order_activated_cb (GrSupplierCard *self, gint64 order_id)
{
  gr_frame_show_order (gr_frame_of (self), order_id);
}

static void
gr_supplier_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, gtk_widget_get_visible (GR_SUPPLIER_CARD (object)->name));
}

static void
gr_supplier_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_widget_set_visible (GR_SUPPLIER_CARD (object)->name, g_value_get_boolean (value));
}

static void
gr_supplier_card_dispose (GObject *object)
{
  GrSupplierCard *self = GR_SUPPLIER_CARD (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->supplier, gr_supplier_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_supplier_card_parent_class)->dispose (object);
}

static void
gr_supplier_card_class_init (GrSupplierCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_supplier_card_dispose;
  G_OBJECT_CLASS (klass)->get_property = gr_supplier_card_get_property;
  G_OBJECT_CLASS (klass)->set_property = gr_supplier_card_set_property;
  properties[PROP_HAS_TITLE] =
      g_param_spec_boolean ("has-title", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  g_type_ensure (GR_TYPE_ACT_BAR);
  g_type_ensure (GR_TYPE_FIGURES);
  g_type_ensure (GR_TYPE_ORDER_TABLE);
  g_type_ensure (GR_TYPE_SUPPLIER_ITEMS);
  g_type_ensure (GR_TYPE_SUPPLIER_ROWS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/suppliers/supplier-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, stack);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, body);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, name);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, acts);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, figures);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, items);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, orders);
  gtk_widget_class_bind_template_child (widget_class, GrSupplierCard, rows);
  gtk_widget_class_bind_template_callback (widget_class, order_activated_cb);
  gtk_widget_class_install_action (widget_class, "supplier.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "supplier.new-order", NULL, new_order_cb);
}

static void
gr_supplier_card_init (GrSupplierCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_order_table_remember (GR_ORDER_TABLE (self->orders), "supplier-orders");
  gr_order_table_set_empty (
      GR_ORDER_TABLE (self->orders), &(GrTableEmpty){"gr-orders-symbolic", _ ("No orders yet"),
                                         _ ("Closed orders are on the “Purchase orders” page."), NULL, NULL});
}
