#pragma once

#include "demand/history/demand-buckets.h"
#include "demand/calendar/shop-days.h"

#include "forecast/engine/forecast.h"
#include "store/plans/season-store.h"

/**
 * GrFamilySeasons:
 * @rows: (element-type GrSeasonRow): the shop's first, then the families'; empty where a year has not been seen yet
 * @by_family: the families' by name
 * @days: on which the shop is open: where it is known, seasons are by the open day
 */
typedef struct {
  GPtrArray *rows;
  GHashTable *by_family;
  GrShopDays *days;
} GrFamilySeasons;

GrFamilySeasons *gr_family_seasons_pool (GrDatabase *database, GPtrArray *facts, GrDate until, GError **error);
void gr_family_seasons_free (GrFamilySeasons *seasons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFamilySeasons, gr_family_seasons_free)

const GrSeasonRow *gr_family_seasons_of (const GrFamilySeasons *seasons, const char *family);
void gr_season_row_apply (const GrSeasonRow *row, const GrDemandBuckets *buckets, GrForecastOptions *options);
