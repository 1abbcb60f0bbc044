#include "order-words.h"

#include "app/text/format.h"

#include <glib/gi18n.h>

static const struct {
  const char *icon_name;
  const char *style;
  const char *late; /* what is said in place of the state's title */
  const char *held;
} faces[GR_N_ORDER_STATES] = {
    [GR_ORDER_DRAFT] = {"document-edit-symbolic", "accent", N_ ("Draft"), N_ ("Draft, on hold")},
    [GR_ORDER_APPROVED] = {"gr-approved-symbolic", "accent", N_ ("Approved"), N_ ("Approved, on hold")},
    [GR_ORDER_SENT] = {"mail-send-symbolic", NULL, N_ ("Late"), N_ ("Sent, on hold")},
    [GR_ORDER_PARTIALLY_RECEIVED] = {"view-paged-symbolic", NULL, N_ ("Partly received, late"),
        N_ ("Partly received, on hold")},
    [GR_ORDER_RECEIVED] = {"object-select-symbolic", "success", N_ ("Received"), N_ ("Received")},
    [GR_ORDER_CLOSED] = {"changes-prevent-symbolic", "dim-label", N_ ("Closed"), N_ ("Closed")},
    [GR_ORDER_CANCELLED] = {"process-stop-symbolic", "dim-label", N_ ("Cancelled"), N_ ("Cancelled")},
};

/**
 * gr_order_face:
 *
 * Colour, icon and word of an order's state; an order that is late or on hold says so first.
 */
GrBadgeFace
gr_order_face (const GrPurchaseOrder *order, GrDate today)
{
  GrOrderState state = order->state;

  if (order->is_on_hold && gr_order_state_allows (state, GR_ORDER_HOLD))
    return (GrBadgeFace){"media-playback-pause-symbolic", _ (faces[state].held), "warning"};
  if (gr_purchase_order_is_late (order, today))
    return (GrBadgeFace){"dialog-warning-symbolic", _ (faces[state].late), "error"};
  return (GrBadgeFace){faces[state].icon_name, gr_order_state_title (state), faces[state].style};
}

static char *
say_when_expected (const GrPurchaseOrder *order, GrDate today)
{
  g_autofree char *day = gr_format_date_near (order->expected_on, today);
  int days_late = today - order->expected_on;

  if (order->expected_on == GR_DATE_NONE)
    return g_strdup (_ ("No delivery date known."));
  if (days_late > 0)
    return g_strdup_printf (
        ngettext ("Expected %s, %d day late: ask %s.", "Expected %s, %d days late: ask %s.", (gulong) days_late), day,
        days_late, order->supplier_name);
  return g_strdup_printf (_ ("Expected %s."), day);
}

static char *
say_draft (const GrPurchaseOrder *order)
{
  if (order->n_lines == 0)
    return g_strdup (_ ("This order is empty. Add items below."));
  return g_strdup (_ ("Approve it once it is complete."));
}

static char *
say_state (const GrPurchaseOrder *order, GrShop *shop)
{
  GrDate today = gr_shop_today (shop);
  g_autofree char *when = NULL;
  g_autofree char *money = NULL;

  switch (order->state) {
  case GR_ORDER_DRAFT:
    return say_draft (order);
  case GR_ORDER_APPROVED:
    when = gr_format_date_near (order->approved_on, today);
    return g_strdup_printf (_ ("Approved %s. Send it to %s now."), when, order->supplier_name);
  case GR_ORDER_SENT:
    return say_when_expected (order, today);
  case GR_ORDER_PARTIALLY_RECEIVED:
    when = say_when_expected (order, today);
    money = gr_format_money_currency (order->open_value, gr_shop_currency_digits (shop), gr_shop_currency (shop));
    return g_strdup_printf (_ ("Goods for %s are outstanding. %s"), money, when);
  case GR_ORDER_RECEIVED:
    return g_strdup (_ ("All received. Close it once the invoice matches."));
  case GR_ORDER_CLOSED:
  case GR_ORDER_CANCELLED:
  default:
    when = gr_format_date_near (order->closed_on, today);
    return g_strdup_printf (order->state == GR_ORDER_CLOSED ? _ ("Closed %s.") : _ ("Cancelled %s."), when);
  }
}

/**
 * gr_order_sentence:
 *
 * Returns: (transfer full): how the order stands and what to do with it
 */
char *
gr_order_sentence (const GrPurchaseOrder *order, GrShop *shop)
{
  g_autofree char *state = say_state (order, shop);

  if (order->is_on_hold && gr_order_state_allows (order->state, GR_ORDER_HOLD))
    return g_strdup_printf (_ ("On hold. %s"), state);
  return g_steal_pointer (&state);
}
