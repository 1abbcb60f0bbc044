#include "supplier-rows.h"

#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/widgets/edit-row.h"
#include "app/frame/edit-outcome.h"
#include "app/frame/frame.h"

#include "domain/base/decimal.h"
#include "shop/catalogue/save-supplier.h"

#include <glib/gi18n.h>
#include <math.h>

#define DEVIATION_DIGITS 2

typedef enum {
  FIELD_NAME,
  FIELD_LEAD_TIME,
  FIELD_DEVIATION,
  FIELD_MINIMUM,
  FIELD_PAYMENT,
  FIELD_EMAIL,
  FIELD_PHONE,
  FIELD_NOTE,
  N_FIELDS
} Field;

static const struct {
  const char *title;
  const char *tooltip;
  gboolean is_number;
} fields[N_FIELDS] = {
    [FIELD_NAME] = {N_ ("Name"), NULL},
    [FIELD_LEAD_TIME] = {N_ ("Lead time (days)"), N_ ("Days from sending an order to receiving the goods"), TRUE},
    [FIELD_DEVIATION] = {N_ ("Lead time varies by (days)"),
        N_ ("How much deliveries usually vary from the lead time; safety stock covers it"), TRUE},
    [FIELD_MINIMUM] = {N_ ("Minimum order value"),
        N_ ("The lowest value of an order that the supplier accepts, in the shop’s currency"), TRUE},
    [FIELD_PAYMENT] = {N_ ("Payment due (days)"), NULL, TRUE},
    [FIELD_EMAIL] = {N_ ("Email"), NULL},
    [FIELD_PHONE] = {N_ ("Phone"), NULL},
    [FIELD_NOTE] = {N_ ("Note"), NULL},
};

struct _GrSupplierRows {
  GtkWidget parent_instance;

  GtkWidget *group;
  GtkWidget *rows[N_FIELDS];
  GrShop *shop;
  GrSupplier *supplier;
};

G_DEFINE_FINAL_TYPE (GrSupplierRows, gr_supplier_rows, GTK_TYPE_WIDGET)

static char *
or_empty (const char *text)
{
  return g_strdup (text ? text : "");
}

static char *
format_field (GrSupplierRows *self, Field field)
{
  const GrSupplier *supplier = self->supplier;

  switch (field) {
  case FIELD_NAME:
    return or_empty (supplier->name);
  case FIELD_LEAD_TIME:
    return gr_format_count (supplier->lead_time_days);
  case FIELD_DEVIATION:
    return gr_decimal_title (llround (supplier->lead_time_sd_days * 100), DEVIATION_DIGITS, 0);
  case FIELD_MINIMUM:
    return gr_format_money (supplier->minimum_order_value, gr_shop_currency_digits (self->shop));
  case FIELD_PAYMENT:
    return gr_format_count (supplier->payment_terms_days);
  case FIELD_EMAIL:
    return or_empty (supplier->email);
  case FIELD_PHONE:
    return or_empty (supplier->phone);
  case FIELD_NOTE:
  default:
    return or_empty (supplier->note);
  }
}

/* Nothing typed is nothing. */
static gboolean
parse_number (const char *text, const GrAmountRule *rule, gint64 *out, GError **error)
{
  *out = 0;
  return !*text || gr_parse_amount (text, rule, out, error);
}

static gboolean
parse_days (const char *text, int *days, GError **error)
{
  GrAmountRule rule = {.digits = 0, .unit = _ ("d|day|days")};
  gint64 number;

  if (!parse_number (text, &rule, &number, error))
    return FALSE;
  *days = (int) CLAMP (number, -1, G_MAXINT);
  return TRUE;
}

static void
take_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = *text ? g_strdup (text) : NULL;
}

static gboolean
parse_field (GrSupplierRows *self, GrSupplier *supplier, Field field, const char *text, GError **error)
{
  GrAmountRule money = {.digits = gr_shop_currency_digits (self->shop), .unit = gr_shop_currency (self->shop)};
  GrAmountRule deviation = {.digits = DEVIATION_DIGITS, .unit = _ ("d|day|days")};
  gint64 number;

  switch (field) {
  case FIELD_NAME:
    take_text (&supplier->name, text);
    return TRUE;
  case FIELD_LEAD_TIME:
    return parse_days (text, &supplier->lead_time_days, error);
  case FIELD_DEVIATION:
    if (!parse_number (text, &deviation, &number, error))
      return FALSE;
    supplier->lead_time_sd_days = (double) number / 100;
    return TRUE;
  case FIELD_MINIMUM:
    return parse_number (text, &money, &supplier->minimum_order_value, error);
  case FIELD_PAYMENT:
    return parse_days (text, &supplier->payment_terms_days, error);
  case FIELD_EMAIL:
    take_text (&supplier->email, text);
    return TRUE;
  case FIELD_PHONE:
    take_text (&supplier->phone, text);
    return TRUE;
  case FIELD_NOTE:
  default:
    take_text (&supplier->note, text);
    return TRUE;
  }
}

static void
committed_cb (GrEditRow *row, const char *text, GrSupplierRows *self)
{
  Field field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "field"));
  g_autoptr (GrSupplier) supplier = gr_supplier_copy (self->supplier);
  g_autoptr (GError) error = NULL;

  if (!parse_field (self, supplier, field, text, &error) ||
      !gr_shop_edit_supplier (self->shop, self->supplier, supplier, &error)) {
    gr_edit_failed (row, self->shop, error);
    return;
  }
  gr_frame_offer_undo (gr_frame_of (self), NULL);
}

/**
 * gr_supplier_rows_show:
 *
 * Shows a supplier; what is being typed just now stays.
 */
void
gr_supplier_rows_show (GrSupplierRows *self, GrShop *shop, const GrSupplier *supplier)
{
  g_return_if_fail (GR_IS_SUPPLIER_ROWS (self));

  for (Field field = 0; field < N_FIELDS && self->supplier && self->supplier->id != supplier->id; field++) {
    gr_edit_settle (GR_EDIT_ROW (self->rows[field]), self->shop);
    gr_edit_row_forget (GR_EDIT_ROW (self->rows[field]));
  }
  g_set_object (&self->shop, shop);
  g_clear_pointer (&self->supplier, gr_supplier_free);
  self->supplier = gr_supplier_copy (supplier);
  for (Field field = 0; field < N_FIELDS; field++) {
    g_autofree char *text = format_field (self, field);

    gr_edit_row_set_value (GR_EDIT_ROW (self->rows[field]), text);
  }
}

static void
gr_supplier_rows_dispose (GObject *object)
{
  GrSupplierRows *self = GR_SUPPLIER_ROWS (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->supplier, gr_supplier_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_supplier_rows_parent_class)->dispose (object);
}

static void
gr_supplier_rows_class_init (GrSupplierRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gr_supplier_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gr_supplier_rows_init (GrSupplierRows *self)
{
  self->group = adw_preferences_group_new();
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  for (Field field = 0; field < N_FIELDS; field++) {
    const char *title = _ (fields[field].title);
    GtkWidget *row = fields[field].is_number ? gr_edit_row_new_number (title) : gr_edit_row_new (title);

    if (fields[field].tooltip)
      gtk_widget_set_tooltip_text (row, _ (fields[field].tooltip));
    g_object_set_data (G_OBJECT (row), "field", GINT_TO_POINTER (field));
    g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, 0);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
    self->rows[field] = row;
  }
}
