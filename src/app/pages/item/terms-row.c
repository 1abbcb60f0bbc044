#include "terms-row.h"

#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/widgets/edit-row.h"
#include "app/frame/edit-outcome.h"
#include "app/frame/frame.h"

#include "shop/catalogue/save-item.h"

#include <glib/gi18n.h>

typedef enum { FIELD_PRICE, FIELD_LEAD_TIME, FIELD_MINIMUM, FIELD_MULTIPLE, FIELD_CODE, N_FIELDS } Field;

struct _GrTermsRow {
  AdwExpanderRow parent_instance;

  GtkWidget *fields[N_FIELDS];
  GtkWidget *prefer;
  GrShop *shop;
  char *unit;
  GrSupplierItem *terms;
};

G_DEFINE_FINAL_TYPE (GrTermsRow, gr_terms_row, ADW_TYPE_EXPANDER_ROW)

static char *
format_field (GrTermsRow *self, Field field)
{
  const GrSupplierItem *terms = self->terms;

  switch (field) {
  case FIELD_PRICE:
    return gr_format_price (terms->unit_price, gr_shop_currency_digits (self->shop));
  case FIELD_LEAD_TIME:
    return terms->lead_time_days < 0 ? g_strdup ("") : g_strdup_printf ("%d", terms->lead_time_days);
  case FIELD_MINIMUM:
    return terms->minimum_order_qty ? gr_format_qty (terms->minimum_order_qty) : g_strdup ("");
  case FIELD_MULTIPLE:
    return terms->order_multiple ? gr_format_qty (terms->order_multiple) : g_strdup ("");
  case FIELD_CODE:
  default:
    return g_strdup (terms->supplier_code ? terms->supplier_code : "");
  }
}

/* An empty field is @nothing. */
static gboolean
parse_number (const char *text, const GrAmountRule *rule, gint64 nothing, gint64 *out, GError **error)
{
  gint64 base = MAX (*out, 0);
  GrAmountRule change = {rule->digits, &base, rule->unit};

  if (!*text) {
    *out = nothing;
    return TRUE;
  }
  return gr_parse_amount (text, &change, out, error);
}

static gboolean
parse_field (GrTermsRow *self, GrSupplierItem *terms, Field field, const char *text, GError **error)
{
  GrAmountRule price = {.digits = GR_PRICE_DIGITS, .unit = gr_shop_currency (self->shop)};
  GrAmountRule time = {.digits = 0, .unit = _ ("d|day|days")};
  GrAmountRule qty = {.digits = GR_QTY_DIGITS, .unit = self->unit};
  gint64 days = terms->lead_time_days;

  switch (field) {
  case FIELD_PRICE:
    return parse_number (text, &price, 0, &terms->unit_price, error);
  case FIELD_LEAD_TIME:
    if (!parse_number (text, &time, -1, &days, error))
      return FALSE;
    terms->lead_time_days = (int) CLAMP (days, -1, G_MAXINT);
    return TRUE;
  case FIELD_MINIMUM:
    return parse_number (text, &qty, 0, &terms->minimum_order_qty, error);
  case FIELD_MULTIPLE:
    return parse_number (text, &qty, 0, &terms->order_multiple, error);
  case FIELD_CODE:
  default:
    g_free (terms->supplier_code);
    terms->supplier_code = *text ? g_strdup (text) : NULL;
    return TRUE;
  }
}

static void
say_done (GrTermsRow *self)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame)
    gr_frame_offer_undo (frame, NULL);
}

static void
say_error (GrTermsRow *self, const GError *error)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame)
    gr_frame_say_error (frame, _ ("The terms can’t be changed"), error);
}

static void
committed_cb (GrEditRow *row, const char *text, GrTermsRow *self)
{
  Field field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "field"));
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_copy (self->terms);
  g_autoptr (GError) error = NULL;

  if (!parse_field (self, terms, field, text, &error) || !gr_supplier_item_check (terms, &error) ||
      !gr_shop_edit_terms (self->shop, self->terms, terms, &error))
    gr_edit_failed (row, self->shop, error);
  else
    say_done (self);
}

static void
prefer_cb (GrTermsRow *self)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_copy (self->terms);
  g_autoptr (GError) error = NULL;

  terms->is_preferred = TRUE;
  if (gr_shop_edit_terms (self->shop, self->terms, terms, &error))
    say_done (self);
  else
    say_error (self, error);
}

static void
remove_cb (GrTermsRow *self)
{
  GrFrame *frame = gr_frame_of (self);
  g_autoptr (GError) error = NULL;

  if (!gr_shop_remove_terms (self->shop, self->terms->id, &error))
    say_error (self, error);
  else if (frame)
    gr_frame_offer_undo (frame, NULL);
}

static void
visit_cb (GrTermsRow *self)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame)
    gr_frame_show_supplier (frame, self->terms->supplier_id);
}

static void
add_button (GrTermsRow *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  if (clicked == G_CALLBACK (prefer_cb))
    self->prefer = button;
}

static void
add_buttons (GrTermsRow *self)
{
  GtkWidget *row = gtk_list_box_row_new();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "row-buttons");
  add_button (self, box, _ ("Show supplier"), G_CALLBACK (visit_cb));
  add_button (self, box, _ ("Prefer"), G_CALLBACK (prefer_cb));
  add_button (self, box, _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_field (GrTermsRow *self, Field field, const char *title)
{
  GtkWidget *row = field == FIELD_CODE ? gr_edit_row_new (title) : gr_edit_row_new_number (title);

  g_object_set_data (G_OBJECT (row), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  self->fields[field] = row;
}

/* The terms in a line: price, lead time, minimum, multiple. */
static char *
summarise (GrTermsRow *self)
{
  const GrSupplierItem *terms = self->terms;
  g_autofree char *price = gr_format_price (terms->unit_price, gr_shop_currency_digits (self->shop));
  GString *text = g_string_new (NULL);

  if (terms->is_preferred)
    g_string_append_printf (text, "%s · ", _ ("Preferred"));
  g_string_append_printf (text, "%s %s", price, gr_shop_currency (self->shop));
  if (terms->lead_time_days >= 0)
    g_string_append_printf (text,
        ngettext (" · arrives in %d day", " · arrives in %d days", (gulong) terms->lead_time_days),
        terms->lead_time_days);
  if (terms->minimum_order_qty > 0) {
    g_autofree char *minimum = gr_format_qty_unit (terms->minimum_order_qty, self->unit);

    g_string_append_printf (text, _ (" · minimum quantity %s"), minimum);
  }
  if (terms->order_multiple > 0) {
    g_autofree char *multiple = gr_format_qty_unit (terms->order_multiple, self->unit);

    g_string_append_printf (text, _ (" · pack size %s"), multiple);
  }
  return g_string_free (text, FALSE);
}

/**
 * gr_terms_row_show_terms:
 * @title: the supplier's name, or the item's
 */
void
gr_terms_row_show_terms (GrTermsRow *self, const char *title, const GrSupplierItem *terms)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *summary = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (GR_IS_TERMS_ROW (self));

  g_clear_pointer (&self->terms, gr_supplier_item_free);
  self->terms = gr_supplier_item_copy (terms);
  summary = summarise (self);
  subtitle = g_markup_escape_text (summary, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->prefer, !terms->is_preferred);
  for (Field field = 0; field < N_FIELDS; field++) {
    g_autofree char *text = format_field (self, field);

    gr_edit_row_set_value (GR_EDIT_ROW (self->fields[field]), text);
  }
}

gint64
gr_terms_row_get_id (GrTermsRow *self)
{
  g_return_val_if_fail (GR_IS_TERMS_ROW (self), 0);
  return self->terms ? self->terms->id : 0;
}

static void
gr_terms_row_finalize (GObject *object)
{
  GrTermsRow *self = GR_TERMS_ROW (object);

  g_clear_pointer (&self->terms, gr_supplier_item_free);
  g_clear_object (&self->shop);
  g_free (self->unit);
  G_OBJECT_CLASS (gr_terms_row_parent_class)->finalize (object);
}

static void
gr_terms_row_class_init (GrTermsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gr_terms_row_finalize;
}

static void
gr_terms_row_init (GrTermsRow *self)
{
  add_field (self, FIELD_PRICE, _ ("Purchase price"));
  add_field (self, FIELD_LEAD_TIME, _ ("Lead time in days (empty: the supplier’s)"));
  add_field (self, FIELD_MINIMUM, _ ("Minimum quantity"));
  add_field (self, FIELD_MULTIPLE, _ ("Pack size"));
  add_field (self, FIELD_CODE, _ ("Supplier’s item code"));
  add_buttons (self);
}

/**
 * gr_terms_row_new:
 * @unit: of the item
 */
GtkWidget *
gr_terms_row_new (GrShop *shop, const char *unit)
{
  GrTermsRow *self = g_object_new (GR_TYPE_TERMS_ROW, NULL);

  self->shop = g_object_ref (shop);
  self->unit = g_strdup (unit);
  return GTK_WIDGET (self);
}
