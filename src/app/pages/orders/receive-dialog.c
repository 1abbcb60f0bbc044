#include "receive-dialog.h"

#include "app/frame/reading.h"
#include "app/compat.h"
#include "receipt.h"
#include "app/text/format.h"
#include "app/widgets/typing/first-key.h"
#include "app/widgets/item-search.h"
#include "app/widgets/scan-keys.h"
#include "app/widgets/table/table.h"
#include "app/widgets/access/voice.h"
#include "app/frame/pane-keys.h"

#include "domain/base/error.h"
#include "shop/catalogue/item-card.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

struct _GrReceiveDialog {
  AdwWindow parent_instance;

  GtkWidget *location;
  GtkWidget *scan;
  GtkWidget *said;
  GtkWidget *table;
  GtkWidget *receive;

  GrFrame *frame;
  GrShop *shop;
  GrReceipt *receipt;
  char *number;
  GArray *location_ids;
};

G_DEFINE_FINAL_TYPE (GrReceiveDialog, gr_receive_dialog, ADW_TYPE_WINDOW)

static void
say (GrReceiveDialog *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (GTK_LABEL (self->said), text);
  if (is_wrong)
    gtk_widget_add_css_class (self->said, "error");
  else
    gtk_widget_remove_css_class (self->said, "error");
}

/* Says how it stands, and whether there is anything to receive. */
static void
show_sum (GrReceiveDialog *self)
{
  g_autoptr (GArray) lines = gr_receipt_lines (self->receipt);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->receipt->model));
  g_autofree char *text = g_strdup_printf (_ ("Received: %u of %u lines"), lines->len, n_all);

  say (self, text, FALSE);
  gtk_widget_set_sensitive (self->receive, lines->len > 0);
}

/* Cells */

static char *
item_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrReceiptRow *) row)->line->item_description);
}

static char *
code_text (gconstpointer row, gpointer user_data)
{
  return g_strdup (((const GrReceiptRow *) row)->line->item_code);
}

static char *
remaining_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (gr_purchase_order_line_remaining (((const GrReceiptRow *) row)->line));
}

static char *
qty_text (gconstpointer row, gpointer user_data)
{
  return gr_format_qty (((const GrReceiptRow *) row)->qty);
}

static char *
packs_text (gconstpointer row, gpointer user_data)
{
  const GrReceiptRow *line = row;

  return gr_format_packs (line->qty, &line->pack);
}

static GrBadgeFace
check_face (gconstpointer row, gpointer user_data)
{
  const GrReceiptRow *line = row;

  if (gr_receipt_excess (line) > 0)
    return (GrBadgeFace){"dialog-warning-symbolic", _ ("Too many"), "warning"};
  if (line->qty == 0)
    return (GrBadgeFace){NULL, _ ("None"), "dim-label"};
  if (line->qty < gr_purchase_order_line_remaining (line->line))
    return (GrBadgeFace){NULL, _ ("Partly"), NULL};
  return (GrBadgeFace){"object-select-symbolic", C_ ("received", "All"), "success"};
}

static gboolean
edit_qty (gconstpointer row, const char *text, gpointer user_data)
{
  GrReceiveDialog *self = user_data;
  const GrReceiptRow *line = row;
  g_autoptr (GError) error = NULL;
  GrQty qty;

  if (!gr_parse_packs (text, &line->pack, NULL, &qty, &error)) {
    say (self, error->message, TRUE);
    return FALSE;
  }
  gr_receipt_set (self->receipt, line->line->id, qty);
  show_sum (self);
  return TRUE;
}

static const GrTableColumn columns[] = {
    {.id = "item", .title = N_ ("Item"), .width = 130, .expands = TRUE, .text = item_text},
    {.id = "code", .title = N_ ("Item code"), .width = 90, .rank = 2, .text = code_text},
    {.id = "remaining", .title = N_ ("Outstanding"), .width = 76, .kind = GR_CELL_NUMBER, .text = remaining_text},
    {.id = "qty", .title = N_ ("Received"), .width = 84, .kind = GR_CELL_EDITABLE, .text = qty_text, .edit = edit_qty},
    {.id = "packs", .title = N_ ("Unit"), .width = 140, .rank = 3, .text = packs_text},
    {.id = "check", .title = N_ ("Complete"), .width = 100, .rank = 1, .kind = GR_CELL_BADGE, .face = check_face},
};

static void
scanned_cb (GrReceiveDialog *self, gint64 item_id, gint64 qty)
{
  gboolean is_first = !self->receipt->is_counting;
  const GrReceiptRow *row = gr_receipt_scan (self->receipt, item_id, qty);
  g_autofree char *come = NULL;
  g_autofree char *text = NULL;

  gtk_widget_grab_focus (self->scan);
  if (!row) {
    say (self, _ ("Nothing of this item is outstanding on this order."), TRUE);
    return;
  }
  show_sum (self);
  come = gr_format_qty_unit (row->qty, row->line->unit);
  /* Translators: an item and how much of it has been counted so far. */
  text = g_strdup_printf (
      is_first ? _ ("Counting from zero. %s: %s") : _ ("%s: %s so far"), row->line->item_description, come);
  say (self, text, FALSE);
  gr_paged_model_select (self->receipt->model, row->line->id);
  gr_table_scroll_to (GR_TABLE (self->table), row->line->id);
}

/* By the scanner, wherever the cursor is. */
static void
burst_cb (GtkWindow *window, const char *code)
{
  GrReceiveDialog *self = GR_RECEIVE_DIALOG (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GrQty qty = GR_QTY_ONE;
  gint64 id = gr_shop_find_item (self->shop, code, &qty, &error);

  if (id > 0) {
    scanned_cb (self, id, qty);
    return;
  }
  if (error && !g_error_matches (error, GR_ERROR, GR_ERROR_NOT_FOUND)) {
    gr_reading_failed (self, error);
    return;
  }
  text = g_strdup_printf (_ ("No item has the code or barcode “%s”."), code);
  say (self, text, TRUE);
}

static void
all_cb (GrReceiveDialog *self)
{
  gr_receipt_fill (self->receipt, TRUE);
  show_sum (self);
}

static void
nothing_cb (GrReceiveDialog *self)
{
  gr_receipt_fill (self->receipt, FALSE);
  show_sum (self);
}

static gint64
chosen_location (GrReceiveDialog *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->location));

  return position < self->location_ids->len ? g_array_index (self->location_ids, gint64, position) : 0;
}

static void
receive (GrReceiveDialog *self, gboolean accept_more)
{
  g_autoptr (GArray) lines = gr_receipt_lines (self->receipt);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!gr_shop_receive_order (self->shop, self->receipt->order_id, chosen_location (self),
          (const GrReceiptLine *) (gpointer) lines->data, lines->len, accept_more, &error)) {
    say (self, error->message, TRUE);
    return;
  }
  text = g_strdup_printf (
      ngettext ("%u line of %s received", "%u lines of %s received", lines->len), lines->len, self->number);
  gr_frame_offer_undo (self->frame, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
more_answered_cb (gboolean is_yes, gpointer data)
{
  g_autoptr (GrReceiveDialog) self = data;

  if (is_yes)
    receive (self, TRUE);
}

static void
ask_about_excess (GrReceiveDialog *self, const GrReceiptRow *row, guint n)
{
  g_autofree char *excess = gr_format_qty_unit (gr_receipt_excess (row), row->line->unit);
  g_autofree char *body =
      n == 1 ? g_strdup_printf (_ ("%s more of “%s” than was outstanding. Was it counted correctly?"), excess,
                   row->line->item_description)
             : g_strdup_printf (ngettext ("More was received than ordered on %u line. Was it counted correctly?",
                                    "More was received than ordered on %u lines. Were they counted correctly?", n),
                   n);

  gr_ask (GTK_WINDOW (self), _ ("More than ordered"), body, _ ("Receive all"), more_answered_cb, g_object_ref (self));
}

static void
receive_cb (GrReceiveDialog *self)
{
  const GrReceiptRow *excess;
  guint n;

  gtk_widget_grab_focus (self->receive); /* what is being typed counts */
  excess = gr_receipt_first_excess (self->receipt, &n);
  if (excess)
    ask_about_excess (self, excess, n);
  else if (gtk_widget_get_sensitive (self->receive))
    receive (self, FALSE);
}

/* Ctrl+Enter, since Enter is for a line. */
static void
receive_key_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  receive_cb (GR_RECEIVE_DIALOG (widget));
}

static void
fill_locations (GrReceiveDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) locations = gr_shop_locations (self->shop, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 id = 0;

  if (!locations)
    gr_reading_failed (self, error);
  gtk_string_list_append (names, _ ("Usual place of each item"));
  g_array_append_val (self->location_ids, id);
  for (guint i = 0; locations && i < locations->len; i++) {
    const GrLocation *location = g_ptr_array_index (locations, i);

    gtk_string_list_append (names, location->name);
    g_array_append_val (self->location_ids, location->id);
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->location), G_LIST_MODEL (names));
}

static void
gr_receive_dialog_dispose (GObject *object)
{
  GrReceiveDialog *self = GR_RECEIVE_DIALOG (object);

  if (self->table)
    gr_table_set_model (GR_TABLE (self->table), NULL);
  self->table = NULL;
  g_clear_pointer (&self->receipt, gr_receipt_free);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->location_ids, g_array_unref);
  G_OBJECT_CLASS (gr_receive_dialog_parent_class)->dispose (object);
}

static void
gr_receive_dialog_class_init (GrReceiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_receive_dialog_dispose;
  g_type_ensure (GR_TYPE_ITEM_SEARCH);
  g_type_ensure (GR_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/orders/receive-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GrReceiveDialog, location);
  gtk_widget_class_bind_template_child (widget_class, GrReceiveDialog, scan);
  gtk_widget_class_bind_template_child (widget_class, GrReceiveDialog, said);
  gtk_widget_class_bind_template_child (widget_class, GrReceiveDialog, table);
  gtk_widget_class_bind_template_child (widget_class, GrReceiveDialog, receive);
  gtk_widget_class_bind_template_callback (widget_class, scanned_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, nothing_cb);
  gtk_widget_class_bind_template_callback (widget_class, receive_cb);
  gtk_widget_class_install_action (widget_class, "receipt.receive", NULL, receive_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gr_receive_dialog_init (GrReceiveDialog *self)
{
  self->location_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_voice_give (GTK_WIDGET (self));
  gr_scan_keys_attach (GTK_WINDOW (self), burst_cb);
  gr_pane_keys_attach (GTK_WINDOW (self));
  gr_first_key_bind (GTK_WIDGET (self), GDK_KEY_Return, GDK_CONTROL_MASK, "receipt.receive");
  gr_table_set_columns (GR_TABLE (self->table), columns, G_N_ELEMENTS (columns), self);
}

/**
 * gr_receive_dialog_present:
 *
 * Asks what of an order has come, and receives it.
 */
void
gr_receive_dialog_present (GrFrame *frame, const GrPurchaseOrder *order)
{
  g_autoptr (GError) error = NULL;
  GrReceipt *receipt = gr_receipt_new (gr_frame_get_shop (frame), order, &error);
  g_autofree char *title = g_strdup_printf (_ ("Receive %s"), order->number);
  GrReceiveDialog *self;

  if (!receipt) {
    gr_frame_say_error (frame, _ ("The goods can’t be received"), error);
    return;
  }
  self = g_object_new (GR_TYPE_RECEIVE_DIALOG, "transient-for", gr_frame_get_window (frame), "title", title, NULL);
  self->frame = frame;
  self->shop = g_object_ref (gr_frame_get_shop (frame));
  self->receipt = receipt;
  self->number = g_strdup (order->number);
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->scan), self->shop, order->supplier_id);
  gr_table_set_model (GR_TABLE (self->table), receipt->model);
  fill_locations (self);
  show_sum (self);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (680, gtk_widget_get_width (GTK_WIDGET (frame))),
      MIN (560, gtk_widget_get_height (GTK_WIDGET (frame))));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->scan);
}
