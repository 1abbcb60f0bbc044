#include "choose-forecast.h"

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
  g_autoptr (GArray) choices = gr_forecast_choice_store_list (gr_shop_database (shop), item, error);

  *choice = (GrForecastChoice){item_id, GR_METHOD_AUTOMATIC, GR_DATE_NONE};
  if (choices == NULL)
    return FALSE;
  if (choices->len > 0)
    *choice = g_array_index (choices, GrForecastChoice, 0);
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
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("Choose a day before today."));
  return FALSE;
}

/**
 * gr_shop_set_forecast_choice:
 *
 * Has an item forecast by one method, or from a day of its history on. Nothing is done where that holds
 * already. Fails with %GR_ERROR_INVALID for a day that is not past.
 */
gboolean
gr_shop_set_forecast_choice (GrShop *shop, const GrForecastChoice *choice, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrItem) item = gr_item_store_by_id (database, choice->item_id, error);
  g_autofree char *title = NULL;
  GrForecastChoice old;

  if (item == NULL || !check (shop, choice, error) || !gr_shop_forecast_choice (shop, choice->item_id, &old, error))
    return FALSE;
  if (old.method == choice->method && old.history_from == choice->history_from)
    return TRUE;
  title = write_title (item, &old, choice);
  return gr_shop_begin_deed (shop, "choose-forecast", title, error) &&
         gr_shop_end_deed (shop, gr_forecast_choice_store_save (database, choice, error), NULL, error);
}
