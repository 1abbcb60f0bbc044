#pragma once

#include "demand/calendar/shop-days.h"
#include "demand/history/demand-buckets.h"
#include "demand/history/sold-days.h"

#include "domain/plan/season-row.h"
#include "forecast/engine/forecast.h"

/**
 * GrFamilySeasons:
 * @rows: (element-type GrSeasonRow): the shop's first, then the families'; empty where a year has not been seen yet
 * @by_family: the families' by name
 */
typedef struct {
  GPtrArray *rows;
  GHashTable *by_family;
} GrFamilySeasons;

/**
 * GrSeasonSources:
 * @items: (element-type GrItem): all, in order of numbers
 * @sold: what they sold
 * @days: on which the shop is open: where it is known, seasons are by the open day
 * @first: the first day with sales, %GR_DATE_NONE without any
 * @until: the first day that is not history yet
 */
typedef struct {
  const GPtrArray *items;
  const GrSoldDays *sold;
  const GrShopDays *days;
  GrDate first, until;
} GrSeasonSources;

GrFamilySeasons *gr_family_seasons_new (GPtrArray *rows);
GrFamilySeasons *gr_family_seasons_pool (const GrSeasonSources *sources);
void gr_family_seasons_free (GrFamilySeasons *seasons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFamilySeasons, gr_family_seasons_free)

const GrSeasonRow *gr_family_seasons_of (const GrFamilySeasons *seasons, const char *family);
void gr_season_row_apply (const GrSeasonRow *row, const GrDemandBuckets *buckets, GrForecastOptions *options);
