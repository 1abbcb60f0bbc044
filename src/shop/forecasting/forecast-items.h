#pragma once

#include "event-memory.h"
#include "family-season.h"
#include "shop/planning/plan-facts.h"

#include "domain/base/progress.h"

/**
 * GrItemForecasts:
 * @rows: (element-type GrForecastRow): made now, in order of items, the week's row before the month's
 * @gone: (element-type gint64): items that have a saved forecast and no sales any more
 * @seasons: of the families, as the rows were made with them
 * @memory: of events, as the rows were made with it
 * @n_kept: forecasts that would come out as they are saved
 * @follows_deed_id: the last of the deeds that waited for them
 */
typedef struct {
  GPtrArray *rows;
  GArray *gone;
  GrFamilySeasons *seasons;
  GrEventMemory *memory;
  int n_kept;
  gint64 follows_deed_id;
} GrItemForecasts;

GrItemForecasts *gr_forecast_items (
    GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, const GrProgress *progress, GError **error);
gboolean gr_item_forecasts_save (
    const GrItemForecasts *forecasts, GrDatabase *database, const GrProgress *progress, GError **error);
void gr_item_forecasts_free (GrItemForecasts *forecasts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemForecasts, gr_item_forecasts_free)
