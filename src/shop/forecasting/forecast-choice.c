#include "forecast-choice.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/plans/forecast-choice-store.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

/**
 * gr_shop_forecast_choice:
 * @choice: (out caller-allocates): what the owner chose
 */
gboolean
gr_shop_forecast_choice (GrShop *shop, gint64 item_id, GrForecastChoice *choice, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  g_autoptr (GPtrArray) rows = gr_forecast_choice_store_list (gr_shop_database (shop), item, error);

  *choice = (GrForecastChoice){GR_METHOD_AUTOMATIC, GR_DATE_NONE};
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0) {
    const GrForecastChoiceRow *row = g_ptr_array_index (rows, 0);

    choice->history_from = row->history_from;
    if (row->method == NULL || !gr_forecast_method_from_id (row->method, &choice->method))
      choice->method = GR_METHOD_AUTOMATIC;
  }
  return TRUE;
}

static char *
write_title (const GrItem *item, const GrForecastChoice *old, const GrForecastChoice *new)
{
  if (old->method != new->method && old->history_from != new->history_from)
    return gr_deed_title_new (GR_DEED_FORECAST, item->code);
  if (old->method != new->method &&new->method == GR_METHOD_AUTOMATIC)
    return gr_deed_title_new (GR_DEED_FORECAST_BY_BEST, item->code);
  if (old->method != new->method)
    return gr_deed_title_new (GR_DEED_FORECAST_BY, item->code, new->method);
  if (new->history_from == GR_DATE_NONE)
    return gr_deed_title_new (GR_DEED_FORECAST_FROM_ALL, item->code);
  return gr_deed_title_new (GR_DEED_FORECAST_FROM, item->code, new->history_from);
}

static gboolean
check (GrShop *shop, const GrForecastChoice *choice, GError **error)
{
  if (choice->history_from == GR_DATE_NONE || choice->history_from < gr_shop_today (shop))
    return TRUE;
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("History begins before today"));
  return FALSE;
}

static gboolean
save (GrShop *shop, gint64 item_id, const GrForecastChoice *choice, GError **error)
{
  GrForecastChoiceRow row = {.item_id = item_id, .history_from = choice->history_from};

  if (choice->method != GR_METHOD_AUTOMATIC)
    row.method = (char *) gr_forecast_method_id (choice->method);
  return gr_forecast_choice_store_save (gr_shop_database (shop), &row, error);
}

/**
 * gr_shop_set_forecast_choice:
 *
 * Has an item forecast by one method, or from a day of its history on. Nothing is done where that holds
 * already. Fails with %GR_ERROR_INVALID for a day that is not past.
 */
gboolean
gr_shop_set_forecast_choice (GrShop *shop, gint64 item_id, const GrForecastChoice *choice, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (gr_shop_database (shop), item_id, error);
  g_autofree char *title = NULL;
  GrForecastChoice old;

  if (item == NULL || !check (shop, choice, error) || !gr_shop_forecast_choice (shop, item_id, &old, error))
    return FALSE;
  if (old.method == choice->method && old.history_from == choice->history_from)
    return TRUE;
  title = write_title (item, &old, choice);
  return gr_shop_begin_deed (shop, "choose-forecast", title, error) &&
         gr_shop_end_deed (shop, save (shop, item_id, choice, error), NULL, error);
}
