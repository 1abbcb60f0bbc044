#pragma once

#include "forecast-task.h"

#include "demand/event/event-memory.h"
#include "demand/history/item-history.h"

#include "domain/base/item-set.h"

/**
 * GrRecipe:
 * @until: the first day that is not history yet
 * @items: (element-type GrItem): those that are asked for and those whose places they take, in order of numbers
 * @readings: (element-type gint64 GrHistoryReading): by item number, see gr_history_readings_make()
 * @sold: what the items sold
 * @days: on which the shop is open
 * @seasons: of families
 * @memory: what events did
 *
 * All that forecasts of a set of items are made from: of all items, of few, or of one.
 */
typedef struct {
  GrDate until;
  GPtrArray *items;
  GHashTable *readings;
  GrSoldDays *sold;
  GrShopDays *days;
  GrFamilySeasons *seasons;
  GrEventMemory *memory;
} GrRecipe;

/**
 * GrForecastReach:
 * @until: by GrGrain: the first day that is not history
 * @horizons: by GrGrain: buckets ahead of that
 * @known_print: of the forecast that is saved, 0 where none is
 */
typedef struct {
  GrDate until[2];
  int horizons[2];
  gint64 known_print;
} GrForecastReach;

void gr_recipe_free (GrRecipe *recipe);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrRecipe, gr_recipe_free)

GrItemHistory gr_recipe_history (const GrRecipe *recipe, gint64 item_id);
gboolean gr_recipe_has_history (const GrRecipe *recipe, gint64 item_id);
GArray *gr_recipe_measure_events (const GrRecipe *recipe, const GrItemSet *items);
void gr_recipe_fill (const GrRecipe *recipe, const GrItem *item, const GrForecastReach *reach, GrForecastTask *task);
