#include "stock-adjuster.h"

#include "app/frame/reading.h"
#include "app/text/format.h"
#include "app/text/parse-amount.h"
#include "app/widgets/decimal-key.h"
#include "app/frame/frame.h"
#include "app/widgets/access/voice.h"

#include "shop/stock/adjust-stock.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

struct _GrStockAdjuster {
  GtkPopover parent_instance;

  GtkWidget *counted;
  GtkWidget *location;
  GtkWidget *reason;
  GtkWidget *reasons;
  GtkWidget *message;
  GtkWidget *adjust;

  GrShop *shop;
  gint64 item_id;
  char *unit;
  GArray *location_ids;
  GHashTable *on_hand; /* location id -> GrQty */
};

G_DEFINE_FINAL_TYPE (GrStockAdjuster, gr_stock_adjuster, GTK_TYPE_POPOVER)

/* Said so often that a click does it. */
static const char *const usual_reasons[] = {
    N_ ("Counted"), N_ ("Damaged"), N_ ("Spoiled"), N_ ("Own use"), N_ ("Stolen"), N_ ("Found"), NULL};

static gint64
chosen_location (GrStockAdjuster *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location));

  return i < self->location_ids->len ? g_array_index (self->location_ids, gint64, i) : 0;
}

static GrQty
on_hand_at (GrStockAdjuster *self, gint64 location_id)
{
  const GrQty *qty = g_hash_table_lookup (self->on_hand, &location_id);

  return qty ? *qty : 0;
}

static gboolean
parse_counted (GrStockAdjuster *self, GrQty *counted, GError **error)
{
  GrQty now = on_hand_at (self, chosen_location (self));
  GrAmountRule rule = {.digits = GR_QTY_DIGITS, .base = &now, .unit = self->unit};

  return gr_parse_amount (gtk_editable_get_text (GTK_EDITABLE (self->counted)), &rule, counted, error);
}

/* Says what will come of what is typed, before it is done. */
static void
preview_cb (GrStockAdjuster *self)
{
  GrQty now = on_hand_at (self, chosen_location (self));
  GrQty counted;
  gboolean is_number = parse_counted (self, &counted, NULL) && counted >= 0;
  g_autofree char *before = gr_format_qty (now);
  g_autofree char *after = is_number ? gr_format_qty_unit (counted, self->unit) : NULL;
  g_autofree char *text = NULL;

  if (is_number)
    text = g_strdup_printf (_ ("From %s to %s"), before, after);
  else
    text = g_strdup_printf (_ ("According to the records: %s. Type what is there, or +5, −5, +10%%."), before);
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_remove_css_class (self->message, "error");
  gtk_widget_set_sensitive (self->adjust, is_number && counted != now);
}

/* A figure is what was counted; "+5" is more of it, however much there is by now. */
static gboolean
adjust (GrStockAdjuster *self, GError **error)
{
  gint64 place = chosen_location (self);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  const char *reason = *typed ? typed : NULL;
  GrQty counted;

  if (!parse_counted (self, &counted, error))
    return FALSE;
  if (!gr_parse_is_change (gtk_editable_get_text (GTK_EDITABLE (self->counted))))
    return gr_shop_adjust_stock (self->shop, self->item_id, place, counted, reason, error);
  return gr_shop_change_stock (self->shop, self->item_id, place, counted - on_hand_at (self, place), reason, error);
}

static void
adjust_cb (GrStockAdjuster *self)
{
  GrFrame *frame = gr_frame_of (self);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->adjust))
    return;
  if (!adjust (self, &error)) {
    gtk_label_set_text (GTK_LABEL (self->message), error->message);
    gtk_widget_add_css_class (self->message, "error");
    return;
  }
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (GTK_EDITABLE (self->counted), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  if (frame)
    gr_frame_offer_undo (frame, NULL);
}

static void
reason_cb (GtkButton *button, GrStockAdjuster *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), gtk_button_get_label (button));
}

static void
show_locations (GrStockAdjuster *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) locations = gr_shop_locations (self->shop, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (!locations)
    gr_reading_failed (self, error);
  g_array_set_size (self->location_ids, 0);
  for (guint i = 0; locations && i < locations->len; i++) {
    const GrLocation *location = g_ptr_array_index (locations, i);

    gtk_string_list_append (names, location->name);
    g_array_append_val (self->location_ids, location->id);
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->location), G_LIST_MODEL (names));
  gtk_widget_set_visible (self->location, self->location_ids->len > 1);
}

/**
 * gr_stock_adjuster_show_card:
 *
 * Another item, or the same with other stock; what is typed for the same item stays.
 */
void
gr_stock_adjuster_show_card (GrStockAdjuster *self, GrShop *shop, const GrItemCard *card)
{
  g_return_if_fail (GR_IS_STOCK_ADJUSTER (self));

  g_set_object (&self->shop, shop);
  g_free (self->unit);
  self->unit = g_strdup (card->item->unit);
  g_hash_table_remove_all (self->on_hand);
  for (guint i = 0; i < card->balances->len; i++) {
    const GrBalance *balance = g_ptr_array_index (card->balances, i);

    g_hash_table_insert (self->on_hand, g_memdup2 (&balance->location_id, sizeof balance->location_id),
        g_memdup2 (&balance->qty, sizeof balance->qty));
  }
  if (self->item_id != card->item->id) {
    self->item_id = card->item->id;
    gtk_editable_set_text (GTK_EDITABLE (self->counted), "");
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
    show_locations (self);
  }
  preview_cb (self);
}

static void
gr_stock_adjuster_finalize (GObject *object)
{
  GrStockAdjuster *self = GR_STOCK_ADJUSTER (object);

  g_clear_object (&self->shop);
  g_free (self->unit);
  g_array_unref (self->location_ids);
  g_hash_table_unref (self->on_hand);
  G_OBJECT_CLASS (gr_stock_adjuster_parent_class)->finalize (object);
}

static void
gr_stock_adjuster_class_init (GrStockAdjusterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gr_stock_adjuster_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/stock-adjuster.ui");
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, counted);
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, location);
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, reason);
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, reasons);
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, message);
  gtk_widget_class_bind_template_child (widget_class, GrStockAdjuster, adjust);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, adjust_cb);
}

static void
gr_stock_adjuster_init (GrStockAdjuster *self)
{
  self->location_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->on_hand = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_decimal_key_add (GTK_EDITABLE (self->counted));
  gr_voice_give (GTK_WIDGET (self));
  for (gsize i = 0; usual_reasons[i]; i++) {
    GtkWidget *button = gtk_button_new_with_label (_ (usual_reasons[i]));

    gtk_widget_add_css_class (button, "chip");
    g_signal_connect_object (button, "clicked", G_CALLBACK (reason_cb), self, 0);
    gtk_flow_box_append (GTK_FLOW_BOX (self->reasons), button);
    gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  }
}
