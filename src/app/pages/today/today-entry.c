#include "today-entry.h"

#include "app/pages/planning/accept-act.h"
#include "app/pages/orders/receive-dialog.h"
#include "app/pages/orders/order-acts.h"
#include "app/text/format.h"

#include "shop/purchasing/order-view.h"

#include <glib/gi18n.h>

/**
 * gr_today_entry_new:
 * @row: (transfer full)
 *
 * Returns: (transfer full): an entry of which the rest is not looked up yet
 */
GrTodayEntry *
gr_today_entry_new (GrTodayRow *row)
{
  GrTodayEntry *entry = g_new0 (GrTodayEntry, 1);
  gint64 what = MAX (row->order_id, MAX (row->item_id, row->supplier_id));
  guint place = row->location_name ? g_str_hash (row->location_name) & 0xff : 0;

  if (row->kind == GR_TODAY_STOCK_OUT || row->kind == GR_TODAY_NEGATIVE_STOCK)
    what = row->item_id;
  else if (row->order_id != 0)
    what = row->order_id;
  entry->id = ((gint64) (row->kind + 1) << 56) | (what << 8) | place;
  entry->row = row;
  return entry;
}

void
gr_today_entry_free (gpointer data)
{
  GrTodayEntry *entry = data;

  gr_today_row_free (entry->row);
  gr_plan_suggestion_free (entry->next);
  g_free (entry);
}

/**
 * gr_today_entry_look_up:
 *
 * Reads what only this entry needs, when it comes on screen: one indexed reading.
 */
void
gr_today_entry_look_up (GrTodayEntry *entry, GrShop *shop)
{
  if (entry->row->kind == GR_TODAY_STOCK_OUT) {
    g_autoptr (GPtrArray) found = gr_shop_suggestions_of_item (shop, entry->row->item_id, NULL);

    g_clear_pointer (&entry->next, gr_plan_suggestion_free);
    entry->next = found && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  } else if (entry->row->kind == GR_TODAY_DRAFT_TO_SEND) {
    g_autoptr (GrPurchaseOrder) order = gr_shop_order (shop, entry->row->order_id, NULL);

    entry->state = order ? order->state : GR_ORDER_DRAFT;
  }
}

/**
 * gr_today_kind_face:
 *
 * Colour, icon and word of what there is to do.
 */
GrBadgeFace
gr_today_kind_face (GrTodayKind kind)
{
  switch (kind) {
  case GR_TODAY_STOCK_OUT:
    return (GrBadgeFace){"dialog-error-symbolic", _ ("Stock-out"), "error"};
  case GR_TODAY_LATE_DELIVERY:
    return (GrBadgeFace){"dialog-warning-symbolic", _ ("Late delivery"), "warning"};
  case GR_TODAY_ORDER_TO_PLACE:
    return (GrBadgeFace){"gr-order-symbolic", _ ("To order"), "accent"};
  case GR_TODAY_DRAFT_TO_SEND:
    return (GrBadgeFace){"mail-unread-symbolic", _ ("To send"), NULL};
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    return (GrBadgeFace){"list-remove-symbolic", _ ("Below zero"), "surplus"};
  }
}

const char *
gr_today_kind_meaning (GrTodayKind kind)
{
  switch (kind) {
  case GR_TODAY_STOCK_OUT:
    return _ ("Items that are out, or will be before an order placed today could arrive.");
  case GR_TODAY_LATE_DELIVERY:
    return _ ("Orders that should have arrived by now.");
  case GR_TODAY_ORDER_TO_PLACE:
    return _ ("What the plan wants ordered by today, by supplier.");
  case GR_TODAY_DRAFT_TO_SEND:
    return _ ("Orders that were begun or approved and not sent.");
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    return _ ("Places where the books say less than nothing: something was not booked.");
  }
}

/* What the money of an entry is. */
const char *
gr_today_entry_money_word (const GrTodayEntry *entry)
{
  switch (entry->row->kind) {
  case GR_TODAY_STOCK_OUT:
    return _ ("sales at risk");
  case GR_TODAY_LATE_DELIVERY:
    return _ ("still to come");
  case GR_TODAY_ORDER_TO_PLACE:
    return _ ("to order");
  case GR_TODAY_DRAFT_TO_SEND:
    return _ ("not sent");
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    return _ ("missing");
  }
}

/**
 * gr_today_entry_title:
 *
 * Returns: (transfer full): the item, or the supplier and the order
 */
char *
gr_today_entry_title (const GrTodayEntry *entry)
{
  const GrTodayRow *row = entry->row;

  if (row->item_id != 0)
    return g_strdup (row->item_description && *row->item_description ? row->item_description : row->item_code);
  if (row->order_number)
    return g_strdup_printf ("%s · %s", row->supplier_name, row->order_number);
  return g_strdup (row->supplier_name);
}

static char *
say_stock_out (const GrTodayEntry *entry, GrDate today)
{
  const GrTodayRow *row = entry->row;
  const GrPlanSuggestion *next = entry->next;
  gboolean is_out = row->qty <= 0 || row->on == GR_DATE_NONE || row->on <= today;
  g_autofree char *out = gr_format_date_near (row->on, today);
  g_autofree char *qty = next ? gr_format_qty_unit (next->qty, next->unit) : NULL;
  g_autofree char *by = next ? gr_format_date_near (next->order_on, today) : NULL;

  if (!next)
    return is_out ? g_strdup (_ ("Out of stock; nothing more to order now"))
                  : g_strdup_printf (_ ("Runs out %s; nothing more to order now"), out);
  if (is_out)
    /* Translators: "Out of stock; order 48 pcs by today" */
    return g_strdup_printf (_ ("Out of stock; order %s by %s"), qty, by);
  /* Translators: "Runs out Friday; order 48 pcs by today" */
  return g_strdup_printf (_ ("Runs out %s; order %s by %s"), out, qty, by);
}

static char *
say_late (const GrTodayRow *row, GrDate today)
{
  int days = row->on != GR_DATE_NONE ? today - row->on : 0;
  g_autofree char *due = gr_format_date_near (row->on, today);

  if (days <= 0)
    return g_strdup (_ ("Part of it is late"));
  return g_strdup_printf (ngettext ("%d day late; due %s", "%d days late; due %s", (gulong) days), days, due);
}

/**
 * gr_today_entry_sentence:
 *
 * Returns: (transfer full): what there is to do, in plain words
 */
char *
gr_today_entry_sentence (const GrTodayEntry *entry, GrDate today)
{
  const GrTodayRow *row = entry->row;
  g_autofree char *day = gr_format_date_near (row->on, today);
  g_autofree char *qty = NULL;

  switch (row->kind) {
  case GR_TODAY_STOCK_OUT:
    return say_stock_out (entry, today);
  case GR_TODAY_LATE_DELIVERY:
    return say_late (row, today);
  case GR_TODAY_ORDER_TO_PLACE:
    return g_strdup_printf (
        ngettext ("%d item to order by today", "%d items to order by today", (gulong) row->n), row->n);
  case GR_TODAY_DRAFT_TO_SEND:
    if (entry->state == GR_ORDER_APPROVED)
      return g_strdup (_ ("Approved and not sent yet"));
    return g_strdup_printf (_ ("A draft since %s, not sent yet"), day);
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    qty = gr_format_qty (row->qty);
    return g_strdup_printf (_ ("The books say %s in %s: count it"), qty, row->location_name);
  }
}

static gboolean
is_due (const GrTodayEntry *entry, GrDate today)
{
  return entry->next && entry->next->order_on <= today;
}

/**
 * gr_today_entry_verb:
 *
 * Returns: (transfer none): what its button does
 */
const char *
gr_today_entry_verb (const GrTodayEntry *entry, GrDate today)
{
  switch (entry->row->kind) {
  case GR_TODAY_STOCK_OUT:
    return is_due (entry, today) ? C_ ("verb", "Order") : _ ("Review");
  case GR_TODAY_ORDER_TO_PLACE:
    return C_ ("verb", "Order");
  case GR_TODAY_LATE_DELIVERY:
    return _ ("Receive");
  case GR_TODAY_DRAFT_TO_SEND:
    return entry->state == GR_ORDER_APPROVED ? _ ("Send") : _ ("Review");
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    return C_ ("verb", "Count");
  }
}

static void
do_with_order (const GrTodayEntry *entry, GrFrame *frame)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrPurchaseOrder) order = gr_shop_order (gr_frame_get_shop (frame), entry->row->order_id, &error);

  if (!order)
    gr_frame_say_error (frame, _ ("The order can’t be read"), error);
  else if (entry->row->kind == GR_TODAY_LATE_DELIVERY)
    gr_receive_dialog_present (frame, order);
  else if (order->state == GR_ORDER_APPROVED)
    gr_order_acts_do (frame, order, GR_ORDER_SEND);
  else
    gr_frame_show_order (frame, order->id);
}

/**
 * gr_today_entry_do:
 *
 * What the button says.
 */
void
gr_today_entry_do (const GrTodayEntry *entry, GrFrame *frame)
{
  const GrTodayRow *row = entry->row;
  GrSuggestionChoice of_item = {.item_ids = &row->item_id, .n_items = 1};
  GrSuggestionChoice of_supplier = {.supplier_id = row->supplier_id};
  GrDate today = gr_shop_today (gr_frame_get_shop (frame));

  switch (row->kind) {
  case GR_TODAY_STOCK_OUT:
    if (is_due (entry, today))
      gr_accept_act_run (frame, &of_item);
    else
      gr_frame_go (frame, "planning", row->item_id);
    break;
  case GR_TODAY_ORDER_TO_PLACE:
    gr_accept_act_run (frame, &of_supplier);
    break;
  case GR_TODAY_LATE_DELIVERY:
  case GR_TODAY_DRAFT_TO_SEND:
    do_with_order (entry, frame);
    break;
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    gr_frame_show_item (frame, row->item_id);
    gtk_widget_activate_action (GTK_WIDGET (gr_frame_get_page (frame)), "page.adjust", NULL);
  }
}

/**
 * gr_today_entry_open:
 *
 * Goes to the item, the order or the supplier that it is about.
 */
void
gr_today_entry_open (const GrTodayEntry *entry, GrFrame *frame)
{
  const GrTodayRow *row = entry->row;

  if (row->item_id != 0)
    gr_frame_show_item (frame, row->item_id);
  else if (row->order_id != 0)
    gr_frame_show_order (frame, row->order_id);
  else
    gr_frame_show_supplier (frame, row->supplier_id);
}
