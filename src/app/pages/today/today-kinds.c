#include "today-kinds.h"

#include "app/pages/orders/order-acts.h"
#include "app/pages/orders/receive-dialog.h"
#include "app/pages/planning/accept-act.h"
#include "app/text/format.h"

#include "shop/purchasing/order-view.h"

#include <glib/gi18n.h>

static gint64
item_of (const GrTodayRow *row)
{
  return row->item_id;
}

static gint64
order_of (const GrTodayRow *row)
{
  return row->order_id;
}

static gint64
supplier_of (const GrTodayRow *row)
{
  return row->supplier_id;
}

/* Items that are out or will be */

static gboolean
look_up_next (GrTodayEntry *entry, GrShop *shop, GError **error)
{
  g_autoptr (GPtrArray) found = gr_shop_suggestions_of_item (shop, entry->row->item_id, error);

  g_clear_pointer (&entry->next, gr_suggestion_free);
  entry->next = found && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  return found != NULL;
}

static gboolean
is_due (const GrTodayEntry *entry, GrDate today)
{
  return entry->next && entry->next->order_on <= today;
}

static char *
say_stock_out (const GrTodayEntry *entry, GrDate today)
{
  const GrTodayRow *row = entry->row;
  const GrSuggestion *next = entry->next;
  gboolean is_out = row->qty <= 0 || row->on == GR_DATE_NONE || row->on <= today;
  g_autofree char *out = gr_format_date_near (row->on, today);
  g_autofree char *qty = next ? gr_format_qty_unit (next->qty, next->unit) : NULL;
  g_autofree char *by = next ? gr_format_date_near (next->order_on, today) : NULL;

  if (!next)
    return is_out ? g_strdup (_ ("Out of stock; nothing more to order now"))
                  : g_strdup_printf (_ ("Runs out %s; nothing more to order now"), out);
  if (is_due (entry, today))
    return is_out ? g_strdup_printf (_ ("Out of stock; order %s today"), qty)
                  : g_strdup_printf (_ ("Runs out %s; order %s today"), out, qty);
  if (is_out)
    /* Translators: "Out of stock; order 48 pcs by Friday" */
    return g_strdup_printf (_ ("Out of stock; order %s by %s"), qty, by);
  /* Translators: "Runs out 14 July; order 48 pcs by Friday" */
  return g_strdup_printf (_ ("Runs out %s; order %s by %s"), out, qty, by);
}

static const char *
stock_out_verb (const GrTodayEntry *entry, GrDate today)
{
  return is_due (entry, today) ? C_ ("verb", "Order") : C_ ("verb", "Open");
}

static void
end_stock_out (const GrTodayEntry *entry, GrFrame *frame)
{
  gint64 item_id = entry->row->item_id;

  if (is_due (entry, gr_shop_today (gr_frame_get_shop (frame))))
    gr_accept_act_run (frame, &(GrSuggestionChoice){.item_ids = &item_id, .n_items = 1});
  else
    gr_frame_go (frame, "planning", item_id);
}

/* Orders that are late, and those that were not sent */

static gboolean
look_up_state (GrTodayEntry *entry, GrShop *shop, GError **error)
{
  g_autoptr (GrPurchaseOrder) order = gr_shop_order (shop, entry->row->order_id, error);

  entry->state = order ? order->state : GR_ORDER_DRAFT;
  return order != NULL;
}

static char *
say_late (const GrTodayEntry *entry, GrDate today)
{
  const GrTodayRow *row = entry->row;
  int days = row->on != GR_DATE_NONE ? today - row->on : 0;
  g_autofree char *due = gr_format_date_near (row->on, today);

  if (days <= 0)
    return g_strdup (_ ("Part of it is late"));
  return g_strdup_printf (ngettext ("%d day late; due %s", "%d days late; due %s", (gulong) days), days, due);
}

static const char *
late_verb (const GrTodayEntry *entry, GrDate today)
{
  return _ ("Receive");
}

static char *
say_unsent (const GrTodayEntry *entry, GrDate today)
{
  g_autofree char *day = gr_format_date_near (entry->row->on, today);

  if (entry->state == GR_ORDER_APPROVED)
    return g_strdup (_ ("Approved, not sent yet"));
  return g_strdup_printf (_ ("Draft since %s, not sent yet"), day);
}

static const char *
unsent_verb (const GrTodayEntry *entry, GrDate today)
{
  return entry->state == GR_ORDER_APPROVED ? _ ("Send") : C_ ("verb", "Open");
}

/* As it is now: it may have gone on since the page was read. */
static GrPurchaseOrder *
read_order (const GrTodayEntry *entry, GrFrame *frame)
{
  g_autoptr (GError) error = NULL;
  GrPurchaseOrder *order = gr_shop_order (gr_frame_get_shop (frame), entry->row->order_id, &error);

  if (!order)
    gr_frame_say_error (frame, _ ("The order can’t be read"), error);
  return order;
}

static void
receive_late (const GrTodayEntry *entry, GrFrame *frame)
{
  g_autoptr (GrPurchaseOrder) order = read_order (entry, frame);

  if (order)
    gr_receive_dialog_present (frame, order);
}

static void
send_unsent (const GrTodayEntry *entry, GrFrame *frame)
{
  g_autoptr (GrPurchaseOrder) order = read_order (entry, frame);

  if (order && order->state == GR_ORDER_APPROVED)
    gr_order_acts_do (frame, order, GR_ORDER_ACTION_SEND);
  else if (order)
    gr_frame_show_order (frame, order->id);
}

/* What the plan wants ordered */

static char *
say_to_place (const GrTodayEntry *entry, GrDate today)
{
  return g_strdup_printf (
      ngettext ("%d item to order today", "%d items to order today", (gulong) entry->row->n), entry->row->n);
}

static const char *
to_place_verb (const GrTodayEntry *entry, GrDate today)
{
  return C_ ("verb", "Order");
}

static void
place (const GrTodayEntry *entry, GrFrame *frame)
{
  gr_accept_act_run (frame, &(GrSuggestionChoice){.supplier_id = entry->row->supplier_id});
}

/* Places with less than nothing */

static char *
say_below_zero (const GrTodayEntry *entry, GrDate today)
{
  g_autofree char *qty = gr_format_qty (entry->row->qty);

  return g_strdup_printf (_ ("According to the records: %s in %s. Please count."), qty, entry->row->location_name);
}

static const char *
below_zero_verb (const GrTodayEntry *entry, GrDate today)
{
  return C_ ("verb", "Count");
}

static void
count (const GrTodayEntry *entry, GrFrame *frame)
{
  gr_frame_show_item (frame, entry->row->item_id);
  gtk_widget_activate_action (GTK_WIDGET (gr_frame_get_page (frame)), "page.adjust", NULL);
}

static const GrTodayKindRow kinds[] = {
    {GR_TODAY_STOCK_OUT, "dialog-error-symbolic", "error",
        N_ ("Items that are out of stock, or will be before an order placed today could arrive."), N_ ("sales at risk"),
        item_of, look_up_next, say_stock_out, stock_out_verb, end_stock_out},
    {GR_TODAY_LATE_DELIVERY, "dialog-warning-symbolic", "warning", N_ ("Orders that should have arrived by now."),
        N_ ("outstanding"), order_of, NULL, say_late, late_verb, receive_late},
    {GR_TODAY_ORDER_TO_PLACE, "gr-order-symbolic", "accent", N_ ("What to order today, by supplier."), N_ ("to order"),
        supplier_of, NULL, say_to_place, to_place_verb, place},
    {GR_TODAY_DRAFT_TO_SEND, "mail-unread-symbolic", NULL, N_ ("Orders that were started or approved, but not sent."),
        N_ ("not sent"), order_of, look_up_state, say_unsent, unsent_verb, send_unsent},
    {GR_TODAY_NEGATIVE_STOCK, "list-remove-symbolic", "surplus",
        N_ ("Locations where the recorded stock is below zero: something was not recorded."), N_ ("missing"), item_of,
        NULL, say_below_zero, below_zero_verb, count},
};

/**
 * gr_today_kind:
 *
 * Returns: (transfer none): all that is to be known of a kind
 */
const GrTodayKindRow *
gr_today_kind (GrTodayKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return &kinds[i];
  g_return_val_if_reached (&kinds[0]);
}

/**
 * gr_today_kind_face:
 *
 * Colour, icon and word of what there is to do.
 */
GrBadgeFace
gr_today_kind_face (GrTodayKind kind)
{
  const GrTodayKindRow *row = gr_today_kind (kind);

  return (GrBadgeFace){row->icon_name, gr_today_kind_title (kind), row->style};
}

/**
 * gr_today_kind_look_up:
 *
 * Reads what only this entry needs.
 */
gboolean
gr_today_kind_look_up (GrTodayEntry *entry, GrShop *shop, GError **error)
{
  const GrTodayKindRow *row = gr_today_kind (entry->row->kind);

  return !row->look_up || row->look_up (entry, shop, error);
}
