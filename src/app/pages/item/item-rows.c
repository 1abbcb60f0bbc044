#include "item-rows.h"

#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/widgets/edit-row.h"
#include "app/frame/edit-outcome.h"
#include "app/frame/frame.h"

#include "shop/catalogue/save-item.h"

#include <glib/gi18n.h>

typedef enum {
  FIELD_CODE,
  FIELD_DESCRIPTION,
  FIELD_FAMILY,
  FIELD_UNIT,
  FIELD_COST,
  FIELD_PRICE,
  FIELD_SERVICE_LEVEL,
  N_FIELDS
} Field;

struct _GrItemRows {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *facts;
  GtkWidget *money;
  GtkWidget *planning;
  GtkWidget *stocked;
  GtkWidget *active;
  GtkWidget *record;
  GtkWidget *fields[N_FIELDS];

  GrShop *shop;
  GrItem *item;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (GrItemRows, gr_item_rows, GTK_TYPE_WIDGET)

static char *
format_field (GrItemRows *self, Field field)
{
  const GrItem *item = self->item;
  int digits = gr_shop_currency_digits (self->shop);

  switch (field) {
  case FIELD_CODE:
    return g_strdup (item->code);
  case FIELD_DESCRIPTION:
    return g_strdup (item->description);
  case FIELD_FAMILY:
    return g_strdup (item->family ? item->family : "");
  case FIELD_UNIT:
    return g_strdup (item->unit);
  case FIELD_COST:
    return gr_format_price (item->unit_cost, digits);
  case FIELD_PRICE:
    return gr_format_price (item->unit_price, digits);
  case FIELD_SERVICE_LEVEL:
  default:
    return item->service_level > 0 ? gr_format_double (item->service_level * 100, 1) : g_strdup ("");
  }
}

static gboolean
parse_price (GrItemRows *self, const char *text, GrPrice *price, GError **error)
{
  GrPrice base = *price;
  GrAmountRule rule = {.digits = GR_PRICE_DIGITS, .base = &base, .unit = gr_shop_currency (self->shop)};

  return gr_parse_amount (text, &rule, price, error);
}

static gboolean
parse_level (const char *text, double *level, GError **error)
{
  GrAmountRule rule = {.digits = 3, .unit = "%"};
  gint64 thousandths;

  *level = 0;
  if (!*text)
    return TRUE;
  if (!gr_parse_amount (text, &rule, &thousandths, error))
    return FALSE;
  *level = (double) thousandths / 100000;
  return TRUE;
}

static void
take_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

static gboolean
parse_field (GrItemRows *self, GrItem *item, Field field, const char *text, GError **error)
{
  switch (field) {
  case FIELD_CODE:
    take_text (&item->code, text);
    return TRUE;
  case FIELD_DESCRIPTION:
    take_text (&item->description, text);
    return TRUE;
  case FIELD_FAMILY:
    take_text (&item->family, *text ? text : NULL);
    return TRUE;
  case FIELD_UNIT:
    take_text (&item->unit, text);
    return TRUE;
  case FIELD_COST:
    return parse_price (self, text, &item->unit_cost, error);
  case FIELD_PRICE:
    return parse_price (self, text, &item->unit_price, error);
  case FIELD_SERVICE_LEVEL:
  default:
    return parse_level (text, &item->service_level, error);
  }
}

/* The deed announces itself; the view then shows the item as the file has it. */
static gboolean
save (GrItemRows *self, const GrItem *item, GError **error)
{
  GrFrame *frame = gr_frame_of (self);

  if (!gr_shop_edit_item (self->shop, self->item, item, error))
    return FALSE;
  if (frame)
    gr_frame_offer_undo (frame, NULL);
  return TRUE;
}

static void
committed_cb (GrEditRow *row, const char *text, GrItemRows *self)
{
  Field field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "field"));
  g_autoptr (GrItem) item = gr_item_copy (self->item);
  g_autoptr (GError) error = NULL;

  if (!parse_field (self, item, field, text, &error) || !gr_item_check (item, &error) || !save (self, item, &error))
    gr_edit_failed (row, self->shop, error);
}

static void
switched_cb (GrItemRows *self)
{
  g_autoptr (GrItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_showing || !self->item)
    return;
  item = gr_item_copy (self->item);
  item->is_stocked = gtk_switch_get_active (GTK_SWITCH (self->stocked));
  item->status = gtk_switch_get_active (GTK_SWITCH (self->active)) ? GR_ITEM_ACTIVE : GR_ITEM_DISCONTINUED;
  if (!save (self, item, &error) && gr_frame_of (self))
    gr_frame_say_error (gr_frame_of (self), _ ("The item can’t be changed"), error);
}

static void
add_field (GrItemRows *self, Field field, GtkWidget *group, const char *title)
{
  GtkWidget *row = field < FIELD_COST ? gr_edit_row_new (title) : gr_edit_row_new_number (title);

  g_object_set_data (G_OBJECT (row), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->fields[field] = row;
}

static void
show_record (GrItemRows *self, const GrItemCard *card)
{
  g_autofree char *method = g_markup_escape_text (card->forecast_method ? card->forecast_method : "", -1);
  g_autofree char *record = g_markup_escape_text (card->forecast_record ? card->forecast_record : "", -1);

  gtk_widget_set_visible (self->record, card->forecast_method != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->record), method);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->record), record);
}

static void
show_titles (GrItemRows *self)
{
  const char *currency = gr_shop_currency (self->shop);
  g_autofree char *cost = g_strdup_printf (_ ("Purchase price (%s)"), currency);
  g_autofree char *price = g_strdup_printf (_ ("Selling price (%s)"), currency);
  g_autofree char *own = gr_format_double (gr_shop_service_level (self->shop) * 100, 1);
  g_autofree char *level = g_strdup_printf (_ ("Service level, %% (empty: the shop’s %s)"), own);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fields[FIELD_COST]), cost);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fields[FIELD_PRICE]), price);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fields[FIELD_SERVICE_LEVEL]), level);
}

/**
 * gr_item_rows_show_card:
 *
 * Shows the facts as they stand in the file.
 */
void
gr_item_rows_show_card (GrItemRows *self, GrShop *shop, const GrItemCard *card)
{
  g_return_if_fail (GR_IS_ITEM_ROWS (self));

  for (Field field = 0; field < N_FIELDS && self->item && self->item->id != card->item->id; field++) {
    gr_edit_settle (GR_EDIT_ROW (self->fields[field]), self->shop);
    gr_edit_row_forget (GR_EDIT_ROW (self->fields[field]));
  }
  g_set_object (&self->shop, shop);
  g_clear_pointer (&self->item, gr_item_free);
  self->item = gr_item_copy (card->item);
  self->is_showing = TRUE;
  show_titles (self);
  for (Field field = 0; field < N_FIELDS; field++) {
    g_autofree char *text = format_field (self, field);

    gr_edit_row_set_value (GR_EDIT_ROW (self->fields[field]), text);
  }
  gtk_switch_set_active (GTK_SWITCH (self->stocked), card->item->is_stocked);
  gtk_switch_set_active (GTK_SWITCH (self->active), card->item->status == GR_ITEM_ACTIVE);
  show_record (self, card);
  self->is_showing = FALSE;
}

static void
gr_item_rows_dispose (GObject *object)
{
  GrItemRows *self = GR_ITEM_ROWS (object);

  g_clear_pointer (&self->item, gr_item_free);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gr_item_rows_parent_class)->dispose (object);
}

static void
gr_item_rows_class_init (GrItemRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_item_rows_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, box);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, facts);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, money);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, planning);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, stocked);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, active);
  gtk_widget_class_bind_template_child (widget_class, GrItemRows, record);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gr_item_rows_init (GrItemRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_field (self, FIELD_DESCRIPTION, self->facts, _ ("Description"));
  add_field (self, FIELD_CODE, self->facts, _ ("Item code"));
  add_field (self, FIELD_FAMILY, self->facts, _ ("Family"));
  add_field (self, FIELD_UNIT, self->facts, _ ("Unit"));
  add_field (self, FIELD_COST, self->money, _ ("Purchase price"));
  add_field (self, FIELD_PRICE, self->money, _ ("Selling price"));
  add_field (self, FIELD_SERVICE_LEVEL, self->planning, _ ("Service level, %"));
}
