#include "today-view.h"

#include "shop/base/shop-private.h"

#include "domain/base/decimal.h"
#include "store/lists/today-list.h"

#include <glib/gi18n-lib.h>

GPtrArray *
gr_shop_today_rows (GrShop *shop, int limit_per_kind, GError **error)
{
  return gr_today_list (gr_shop_database (shop), gr_shop_today (shop), limit_per_kind, error);
}

gboolean
gr_shop_today_counts (GrShop *shop, gint64 counts[GR_N_TODAY_KINDS], GError **error)
{
  return gr_today_list_counts (gr_shop_database (shop), gr_shop_today (shop), counts, error);
}

/**
 * gr_today_kind_title:
 *
 * Returns: (transfer none): what is to be done, in a word or two; translated
 */
const char *
gr_today_kind_title (GrTodayKind kind)
{
  static const char *const titles[GR_N_TODAY_KINDS] = {
      [GR_TODAY_STOCK_OUT] = N_ ("Running out"),
      [GR_TODAY_LATE_DELIVERY] = N_ ("Late delivery"),
      [GR_TODAY_ORDER_TO_PLACE] = N_ ("To order"),
      [GR_TODAY_DRAFT_TO_SEND] = N_ ("To send"),
      [GR_TODAY_NEGATIVE_STOCK] = N_ ("Below zero"),
  };

  return _ (titles[kind]);
}

static char *
stock_out_sentence (const GrTodayRow *row, GrDate today)
{
  g_autofree char *day = row->on != GR_DATE_NONE ? gr_date_title (row->on, today) : NULL;

  if (row->qty <= 0 || day == NULL || row->on <= today)
    return g_strdup_printf (_ ("%s %s is out of stock"), row->item_code, row->item_description);
  return g_strdup_printf (_ ("%s %s runs out on %s"), row->item_code, row->item_description, day);
}

static char *
late_sentence (const GrTodayRow *row, GrDate today)
{
  int days = row->on != GR_DATE_NONE ? today - row->on : 0;

  return g_strdup_printf (
      ngettext ("Order %s from %s is %d day late", "Order %s from %s is %d days late", (gulong) days),
      row->order_number, row->supplier_name, days);
}

static char *
place_sentence (const GrTodayRow *row)
{
  return g_strdup_printf (
      ngettext ("%d item to order from %s", "%d items to order from %s", (gulong) row->n), row->n, row->supplier_name);
}

/**
 * gr_today_row_sentence:
 *
 * Returns: (transfer full): what there is to do, as a plain sentence for the terminal and screen readers
 */
char *
gr_today_row_sentence (const GrTodayRow *row, GrDate today)
{
  g_autofree char *qty = NULL;

  switch (row->kind) {
  case GR_TODAY_STOCK_OUT:
    return stock_out_sentence (row, today);
  case GR_TODAY_LATE_DELIVERY:
    return late_sentence (row, today);
  case GR_TODAY_ORDER_TO_PLACE:
    return place_sentence (row);
  case GR_TODAY_DRAFT_TO_SEND:
    return g_strdup_printf (_ ("Order %s to %s is not sent yet"), row->order_number, row->supplier_name);
  case GR_TODAY_NEGATIVE_STOCK:
  default:
    qty = gr_decimal_title (row->qty, GR_QTY_DIGITS, 0);
    return g_strdup_printf (_ ("%s %s: according to the records, %s in %s"), row->item_code, row->item_description, qty,
        row->location_name);
  }
}
