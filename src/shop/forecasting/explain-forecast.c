#include "forecast-card.h"

#include "event-explanation.h"
#include "forecast-record.h"
#include "load-recipe.h"
#include "shop/catalogue/item-card.h"
#include "shop/base/shop-private.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"
#include "domain/plan/explanation.h"
#include "forecast/judge/demand-class.h"
#include "store/plans/forecast-store.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So few buckets of history are worth a word. */
#define FEW_POINTS 4

/* A saved forecast made again from the same history, with all that the file does not keep of it. */
typedef struct {
  const GrForecastRow *row;
  GrRecipe *recipe;
  GrForecastTask task;
  GrEventMarks marks;
  GrForecast *forecast;
} Again;

static void
clear_again (Again *again)
{
  gr_event_marks_clear (&again->marks);
  gr_forecast_free (again->forecast);
  gr_forecast_task_clear (&again->task);
  gr_recipe_free (again->recipe);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Again, clear_again)

static const GrItem *
find_item (const Again *again, gint64 item_id)
{
  for (guint i = 0; i < again->recipe->items->len; i++)
    if (((const GrItem *) g_ptr_array_index (again->recipe->items, i))->id == item_id)
      return g_ptr_array_index (again->recipe->items, i);
  return NULL;
}

static const GrDemandBuckets *
history_of (const Again *again)
{
  return &again->task.buckets[again->row->grain];
}

static gboolean
make_again (Again *again, GrDatabase *database, const GrForecastRow *row, GrDate today, GError **error)
{
  g_autoptr (GrItemSet) items = gr_item_set_new_one (row->item_id);
  GrForecastReach reach = {
      .until = {row->starts_on, row->starts_on}, .horizons = {row->n_points, row->n_points}, .known_print = 0};

  again->row = row;
  again->recipe = gr_recipe_load (database, items, today, GR_RECIPE_AS_SAVED, error);
  if (again->recipe == NULL)
    return FALSE;
  gr_recipe_fill (again->recipe, find_item (again, row->item_id), &reach, &again->task);
  gr_forecast_task_mark (&again->task, &again->marks, row->grain);
  again->forecast = gr_forecast_task_forecast (&again->task, &again->marks, row->grain);
  return TRUE;
}

/* How the method's figure became the plan's. */
static void
add_agreement (GPtrArray *lines, const Again *again)
{
  const char *label = again->row->grain == GR_GRAIN_WEEK ? _ ("Planned sales of the first week")
                                                         : _ ("Planned sales of the first month");

  gr_explanation_lines_take (lines, label, g_strdup_printf ("%.3f", again->row->points[0].mean),
      _ ("the weekly and the monthly forecast of the same days are combined: √(weekly × monthly)"));
}

/* "Predecessor: 10002 (its sales before 2 May, times 0.80)" */
static void
add_predecessor (GPtrArray *lines, const Again *again, GrDate today)
{
  const GrDemandBuckets *history = history_of (again);
  GrItemHistory item = gr_recipe_history (again->recipe, again->row->item_id);
  g_autofree char *day = gr_date_title (gr_grain_add (history->grain, history->start, (int) history->n_lent), today);
  g_autofree char *share = g_strdup_printf (_ ("its sales before %s, times %.2f"), day, history->share);

  if (history->n_lent > 0)
    gr_explanation_lines_take (
        lines, _ ("Predecessor"), g_strdup (find_item (again, item.reading->predecessor->item_id)->code), share);
}

/* "Season of Christmas, from 154 items": of the shop for items without a family, and where all of that are new. */
static char *
name_season (const GrSeasonRow *season)
{
  if (season->n_items == 0)
    return g_strdup (_ ("Season of the whole shop"));
  if (season->family == NULL)
    return g_strdup_printf (
        ngettext ("Season of the whole shop, from %d item", "Season of the whole shop, from %d items", season->n_items),
        season->n_items);
  return g_strdup_printf (ngettext ("Season of %s, from %d item", "Season of %s, from %d items", season->n_items),
      season->family, season->n_items);
}

static void
add_shortness (GPtrArray *lines, const Again *again)
{
  int n = again->forecast->n_used;

  if (n < FEW_POINTS)
    gr_explanation_lines_take (lines, _ ("Past sales"),
        g_strdup_printf (again->row->grain == GR_GRAIN_WEEK
                             ? ngettext ("%d whole week", "%d whole weeks", (gulong) n)
                             : ngettext ("%d whole month", "%d whole months", (gulong) n),
            n),
        _ ("so short that the level is uncertain"));
}

static void
add_season (GPtrArray *lines, const Again *again)
{
  const GrDemandBuckets *history = history_of (again);
  GrGrain grain = again->row->grain;
  int step = (gr_demand_buckets_series (history).first + (int) history->n) % gr_grain_per_year (grain);
  double strength = again->forecast->profile_strength, index, before_own;
  g_autofree char *name = NULL;
  g_autofree char *sum = NULL;

  if (isnan (strength) || isnan (again->forecast->season) || again->forecast->method == GR_METHOD_ZERO)
    return;
  index = again->task.season->now[grain][step];
  before_own = again->forecast->season / again->forecast->own_part;
  name = name_season (again->task.season);
  sum = g_strdup_printf ("1 + %.3f × (%.2f − 1) = %.3f", strength, index, 1 + strength * (index - 1));
  gr_explanation_lines_take (lines, name, g_strdup_printf ("× %.2f", index), _ ("compared with the usual"));
  gr_explanation_lines_take (lines, _ ("Followed by this item"), gr_decimal_percent (strength, 1), sum);
  if (before_own > 1 + strength * (index - 1) + 1e-9)
    gr_explanation_lines_take (lines, _ ("Lowest season"), g_strdup_printf ("× %.2f", before_own), NULL);
  if (fabs (again->forecast->own_part - 1) > 5e-4)
    gr_explanation_lines_take (
        lines, _ ("Season of this item alone"), g_strdup_printf ("× %.3f", again->forecast->own_part), NULL);
  add_shortness (lines, again);
}

static GPtrArray *
explain (const Again *again, GrDate today)
{
  GrSeries series = gr_demand_buckets_series (history_of (again));
  GPtrArray *lines = gr_forecast_explain (again->forecast, &series, again->row->grain);

  add_season (lines, again);
  gr_event_explanation_add (lines, &again->marks, again->task.lessons, again->forecast);
  add_predecessor (lines, again, today);
  add_agreement (lines, again);
  return lines;
}

static gboolean
find_row (GrDatabase *database, gint64 item_id, GrGrain grain, GrForecastRow **row, GError **error)
{
  if (!gr_forecast_store_find (database, item_id, grain, row, error))
    return FALSE;
  if (*row != NULL && (*row)->n_points > 0)
    return TRUE;
  g_clear_pointer (row, gr_forecast_row_free);
  g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no forecast for this item yet"));
  return FALSE;
}

static char *
explain_choice (const Again *again)
{
  const GrForecast *forecast = again->forecast;
  const GrDemandBuckets *history = history_of (again);
  GrDemandClass demand = gr_demand_class_of (history->values, (int) history->n);

  if (again->task.method != GR_METHOD_AUTOMATIC && again->task.method == forecast->method)
    return g_strdup (_ ("Your choice"));
  if (again->task.method != GR_METHOD_AUTOMATIC)
    return g_strdup_printf (
        _ ("You chose “%s”, but the sales history is too short for it"), gr_forecast_method_title (again->task.method));
  if (forecast->n_candidates > 1 && forecast->method != forecast->candidates[0].method)
    return g_strdup_printf (
        _ ("Of %d methods, this one was closest when tested on past sales"), forecast->n_candidates);
  if (forecast->method == GR_METHOD_ZERO)
    return g_strdup (_ ("It has not sold for so long that no more sales are expected"));
  if (demand == GR_DEMAND_INTERMITTENT || demand == GR_DEMAND_LUMPY)
    return g_strdup (_ ("It rarely sells; this method works best for such items"));
  if (forecast->n_parts > 0)
    return g_strdup (_ ("It sells often; for such items, several methods together work better than any single one"));
  return g_strdup (_ ("This method works best for such a sales history"));
}

static gboolean
fill_card (GrForecastCard *card, GrShop *shop, GrForecastRow *rows[2], GrGrain grain, GError **error)
{
  g_auto (Again) again = {NULL};

  if (!make_again (&again, gr_shop_database (shop), rows[grain], gr_shop_today (shop), error))
    return FALSE;
  card->method = g_strdup (gr_forecast_method_title (again.forecast->method));
  card->why = explain_choice (&again);
  card->record = gr_forecast_record_write (rows[GR_GRAIN_WEEK], grain == GR_GRAIN_MONTH ? rows[GR_GRAIN_MONTH] : NULL);
  card->warning = gr_forecast_record_warn (rows[GR_GRAIN_WEEK]);
  card->lines = explain (&again, gr_shop_today (shop));
  return TRUE;
}

/**
 * gr_shop_forecast_card:
 *
 * All about one item's forecast, by weeks or months. Some milliseconds.
 *
 * Returns: (transfer full): %NULL with %GR_ERROR_NOT_FOUND where nothing was forecast
 */
GrForecastCard *
gr_shop_forecast_card (GrShop *shop, gint64 item_id, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrForecastRow) week = NULL;
  g_autoptr (GrForecastRow) month = NULL;
  g_autoptr (GrForecastCard) card = g_new0 (GrForecastCard, 1);

  if (!find_row (database, item_id, GR_GRAIN_WEEK, &week, error) ||
      !find_row (database, item_id, GR_GRAIN_MONTH, &month, error) ||
      !fill_card (card, shop, (GrForecastRow *[]){week, month}, grain, error) ||
      !gr_shop_forecast_choice (shop, item_id, &card->choice, error))
    return NULL;
  card->findings = gr_shop_demand_findings (shop, item_id, error);
  return card->findings != NULL ? g_steal_pointer (&card) : NULL;
}

void
gr_forecast_card_free (GrForecastCard *card)
{
  if (card == NULL)
    return;
  g_free (card->method);
  g_free (card->why);
  g_free (card->record);
  g_free (card->warning);
  g_clear_pointer (&card->lines, g_ptr_array_unref);
  g_clear_pointer (&card->findings, g_array_unref);
  g_free (card);
}
