#pragma once

#include "load-recipe.h"
#include "shop/planning/plan-facts.h"

#include "domain/base/progress.h"

/**
 * GrItemForecasts:
 * @items: whose they are
 * @rows: (element-type GrForecastRow): made now, in order of items, the week's row before the month's
 * @gone: (element-type gint64): items that have a saved forecast and no sales any more
 * @recipe: what they were made from
 * @n_kept: forecasts that would come out as they are saved
 */
typedef struct {
  GrItemSet *items;
  GPtrArray *rows;
  GArray *gone;
  GrRecipe *recipe;
  int n_kept;
} GrItemForecasts;

/**
 * GrForecastRun:
 * @items: all, few or one
 * @facts: (element-type GrPlanFacts): theirs, with the saved forecasts
 */
typedef struct {
  const GrItemSet *items;
  const GrPlanRules *rules;
  GPtrArray *facts;
} GrForecastRun;

GrItemForecasts *gr_forecast_items (
    GrDatabase *database, const GrForecastRun *run, const GrProgress *progress, GError **error);
gboolean gr_item_forecasts_save (
    const GrItemForecasts *forecasts, GrDatabase *database, const GrProgress *progress, GError **error);
void gr_item_forecasts_hand_over (GrItemForecasts *forecasts, GPtrArray *facts, const GrPlanRules *rules);
void gr_item_forecasts_free (GrItemForecasts *forecasts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemForecasts, gr_item_forecasts_free)
