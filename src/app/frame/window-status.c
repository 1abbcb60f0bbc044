#include "window-status.h"

#include "app/text/format.h"

#include "shop/planning/plan-view.h"
#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

static char *
say_plan (GrShop *shop, GError **error)
{
  GrPlanHead head;
  gboolean exists = FALSE;
  g_autofree char *when = NULL;

  if (!gr_shop_plan_head (shop, &head, &exists, error))
    return NULL;
  if (!exists)
    return g_strdup (_ ("no plan yet"));
  when = gr_format_instant (head.made_at, gr_shop_today (shop));
  return g_strdup_printf (_ ("planned %s"), when);
}

static gpointer
say_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  GrStockFilter all = GR_STOCK_FILTER_ALL;
  GrStockTotals totals;
  g_autofree char *items = NULL;
  g_autofree char *count = NULL;
  g_autofree char *value = NULL;
  g_autofree char *plan = NULL;

  if (!gr_shop_stock_totals (shop, &all, &totals, error))
    return NULL;
  plan = say_plan (shop, error);
  if (!plan)
    return NULL;
  count = gr_format_count (totals.n_items);
  items = g_strdup_printf (ngettext ("%s item", "%s items", (gulong) totals.n_items), count);
  value = gr_format_money_currency (totals.stock_value, gr_shop_currency_digits (shop), gr_shop_currency (shop));
  return g_strdup_printf (_ ("%s · stock worth %s · %s"), items, value, plan);
}

static void
said_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkLabel) label = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gr_shop_run_finish (GR_SHOP (source), result, &error);

  /* Another shop may have been opened meanwhile. */
  if (g_object_get_data (G_OBJECT (label), "shop") != source)
    return;
  gtk_label_set_text (label, text ? text : error->message);
}

/**
 * gr_window_status_show:
 *
 * The line at the window's foot: how many items, what the stock is worth, how old the plan is. It is summed up in a
 * thread and shown a moment later.
 */
void
gr_window_status_show (GtkLabel *label, GrShop *shop)
{
  GrShopWork work = {.job = say_job, .free_result = g_free};

  g_object_set_data (G_OBJECT (label), "shop", shop);
  gr_shop_run_async (shop, &work, NULL, said_cb, g_object_ref (label));
}
