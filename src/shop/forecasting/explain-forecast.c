#include "forecast-card.h"

#include "event-explanation.h"
#include "event-lessons.h"
#include "family-season.h"
#include "forecast-record.h"
#include "shop/catalogue/item-card.h"
#include "shop/stock/item-history.h"
#include "shop/base/shop-private.h"

#include "domain/base/error.h"
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
  GrHistoryRule *rule;
  GrDemandBuckets history;
  GrEventMarks marks;
  GArray *lessons; /* GrEventLesson: what its events did to others */
  GrForecast *forecast;
  GrSeasonRow *season; /* (nullable): of its family */
  GrShopDays *days;
  char *predecessor; /* (nullable): its code */
} Again;

static void
clear_again (Again *again)
{
  gr_event_marks_clear (&again->marks);
  g_clear_pointer (&again->lessons, g_array_unref);
  gr_history_rule_free (again->rule);
  gr_season_row_free (again->season);
  gr_shop_days_free (again->days);
  g_free (again->predecessor);
  gr_demand_buckets_clear (&again->history);
  gr_forecast_free (again->forecast);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Again, clear_again)

static gboolean
name_predecessor (Again *again, GrDatabase *database, GError **error)
{
  g_autoptr (GrItem) item = NULL;

  if (again->history.n_lent == 0)
    return TRUE;
  item = gr_item_store_by_id (database, again->rule->predecessor->item_id, error);
  again->predecessor = item != NULL ? g_strdup (item->code) : NULL;
  return item != NULL;
}

static gboolean
find_season (Again *again, GrDatabase *database, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (database, again->row->item_id, error);

  return item != NULL && gr_season_store_find (database, item->family, &again->season, error);
}

static gboolean
find_days (Again *again, GrDatabase *database, GrDate today, GError **error)
{
  GrDate until;

  if (!gr_history_find_end (database, today, &until, error))
    return FALSE;
  again->days = gr_shop_days_load (database, until, error);
  return again->days != NULL;
}

static gboolean
mark_events (Again *again, GrDatabase *database, GError **error)
{
  const GrHistoryRule *rule = again->rule;

  again->lessons = gr_event_lessons_load (database, rule->item_id, rule->events, error);
  if (again->lessons == NULL)
    return FALSE;
  gr_event_marks_init (&again->marks, rule->events, again->row->grain, again->history.start,
      (const int[]){(int) again->history.n, again->row->n_points});
  gr_event_marks_learn (&again->marks, again->lessons);
  return TRUE;
}

static gboolean
make_again (Again *again, GrDatabase *database, const GrForecastRow *row, GrDate today, GError **error)
{
  GrForecastOptions options = {.horizon = row->n_points, .is_sales = TRUE};
  GrSeries series;

  again->row = row;
  again->rule = gr_history_rule_load (database, row->item_id, today, error);
  if (again->rule == NULL ||
      !gr_item_history_read (database, again->rule, row->grain, row->starts_on, &again->history, error) ||
      !name_predecessor (again, database, error) || !find_season (again, database, error) ||
      !find_days (again, database, today, error) || !mark_events (again, database, error))
    return FALSE;
  options.method = again->rule->method;
  options.is_whole = gr_demand_buckets_are_whole (&again->history);
  options.events = again->marks.codes;
  options.event_priors = again->marks.priors;
  gr_season_row_apply (again->season, &again->history, &options);
  series = gr_demand_buckets_series (&again->history);
  series.days =
      gr_shop_days_from (again->days, row->grain, again->history.start, (int) again->history.n + row->n_points);
  again->forecast = gr_forecast_new (&series, &options);
  return TRUE;
}

/* How the method's figure became the plan's. */
static char *
explain_agreement (const Again *again)
{
  double plan = again->row->points[0].mean;

  if (again->row->grain == GR_GRAIN_WEEK)
    return g_strdup_printf (
        _ ("By itself that is %.3f for the first week. Weeks and months meet in the geometric mean of "
           "what they say of the same days: %.3f."),
        again->forecast->mean[0], plan);
  return g_strdup_printf (
      _ ("By itself that is %.3f for the first month. Months and weeks meet in the geometric mean of "
         "what they say of the same days: %.3f."),
      again->forecast->mean[0], plan);
}

/* "History before 2 May is that of 10002, times 0.80." */
static void
append_predecessor (GString *text, const Again *again, GrDate today)
{
  const GrDemandBuckets *history = &again->history;
  g_autofree char *day = gr_date_title (gr_grain_add (history->grain, history->start, (int) history->n_lent), today);

  if (again->predecessor != NULL)
    g_string_append_printf (
        text, _ ("History before %s is that of %s, times %.2f.\n"), day, again->predecessor, history->share);
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
append_shortness (GString *text, const Again *again)
{
  int n = again->forecast->n_used;

  if (n >= FEW_POINTS)
    return;
  g_string_append_printf (text,
      again->row->grain == GR_GRAIN_WEEK
          ? ngettext ("It has sold for %d whole week only: the level rests on little.\n",
                "It has sold for %d whole weeks only: the level rests on little.\n", n)
          : ngettext ("It has sold for %d whole month only: the level rests on little.\n",
                "It has sold for %d whole months only: the level rests on little.\n", n),
      n);
}

static void
append_season (GString *text, const Again *again)
{
  const GrDemandBuckets *history = &again->history;
  GrGrain grain = again->row->grain;
  int step = (gr_demand_buckets_series (history).first + (int) history->n) % gr_grain_per_year (grain);
  double strength = again->forecast->profile_strength, index, before_own;
  g_autofree char *name = NULL;

  if (isnan (strength) || isnan (again->forecast->season) || again->forecast->method == GR_METHOD_ZERO)
    return;
  index = again->season->now[grain][step];
  before_own = again->forecast->season / again->forecast->own_part;
  name = name_season (again->season);
  g_string_append_printf (text,
      grain == GR_GRAIN_WEEK ? _ ("%s: the first week is %.2f times the usual; the item follows that by %.3f: ")
                             : _ ("%s: the first month is %.2f times the usual; the item follows that by %.3f: "),
      name, index, strength);
  g_string_append_printf (text, "1 + %.3f × (%.2f − 1) = %.3f", strength, index, 1 + strength * (index - 1));
  if (before_own > 1 + strength * (index - 1) + 1e-9)
    g_string_append_printf (text, _ (", no less than %.2f"), before_own);
  if (fabs (again->forecast->own_part - 1) > 5e-4)
    g_string_append_printf (text, _ ("; by what its own past has beside that times %.3f: %.3f"),
        again->forecast->own_part, again->forecast->season);
  g_string_append (text, ".\n");
  append_shortness (text, again);
}

static char *
explain (const Again *again, GrDate today)
{
  GrSeries series = gr_demand_buckets_series (&again->history);
  g_autofree char *method = gr_forecast_explain (again->forecast, &series);
  g_autofree char *agreement = explain_agreement (again);
  GString *text = g_string_new (g_strchomp (method));

  g_string_append_c (text, '\n');
  append_season (text, again);
  gr_event_explanation_append (text, &again->marks, again->lessons, again->forecast);
  append_predecessor (text, again, today);
  return g_string_free (g_string_append (text, agreement), FALSE);
}

static gboolean
find_row (GrDatabase *database, gint64 item_id, GrGrain grain, GrForecastRow **row, GError **error)
{
  if (!gr_forecast_store_find (database, item_id, grain, row, error))
    return FALSE;
  if (*row != NULL && (*row)->n_points > 0)
    return TRUE;
  g_clear_pointer (row, gr_forecast_row_free);
  g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("Nothing was forecast for this item yet"));
  return FALSE;
}

/**
 * gr_shop_explain_forecast:
 *
 * How the item's forecast follows from its history, in words and figures that a person can redo: made again from the
 * same history. Some milliseconds.
 *
 * Returns: (transfer full): %NULL with %GR_ERROR_NOT_FOUND where nothing was forecast
 */
char *
gr_shop_explain_forecast (GrShop *shop, gint64 item_id, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrForecastRow) row = NULL;
  g_auto (Again) again = {NULL};

  if (!find_row (database, item_id, grain, &row, error) ||
      !make_again (&again, database, row, gr_shop_today (shop), error))
    return NULL;
  return explain (&again, gr_shop_today (shop));
}

static char *
explain_choice (const Again *again)
{
  const GrForecast *forecast = again->forecast;
  GrDemandClass demand = gr_demand_class_of (again->history.values, (int) again->history.n);

  if (again->rule->method != GR_METHOD_AUTOMATIC && again->rule->method == forecast->method)
    return g_strdup (_ ("You chose it"));
  if (again->rule->method != GR_METHOD_AUTOMATIC)
    return g_strdup_printf (
        _ ("You chose %s, for which there is too little history"), gr_forecast_method_title (again->rule->method));
  if (forecast->n_candidates > 1 && forecast->method != forecast->candidates[0].method)
    return g_strdup_printf (
        _ ("It came nearest of the %d methods that were tried on its past"), forecast->n_candidates);
  if (forecast->method == GR_METHOD_ZERO)
    return g_strdup (_ ("It has not sold for so long that no more demand is expected"));
  if (demand == GR_DEMAND_INTERMITTENT || demand == GR_DEMAND_LUMPY)
    return g_strdup (_ ("It sells seldom; this does best for items like it"));
  if (forecast->n_parts > 0)
    return g_strdup (_ ("It sells often; no single method does as well for items like it as these together"));
  return g_strdup (_ ("It does best for histories like this one"));
}

static void
add_lines (GrForecastCard *card, const Again *again, GrDate today)
{
  g_autofree char *text = explain (again, today);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (card->lines, g_strdup (g_strstrip (lines[i])));
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
  add_lines (card, &again, gr_shop_today (shop));
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

  card->lines = g_ptr_array_new_with_free_func (g_free);
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
