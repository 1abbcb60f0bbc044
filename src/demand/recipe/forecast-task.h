#pragma once

#include "demand/calendar/shop-days.h"
#include "demand/event/event-marks.h"
#include "demand/season/family-season.h"

#include "domain/plan/forecast-row.h"
#include "forecast/engine/forecast.h"

/**
 * GrForecastTask:
 * @method: the one to forecast by
 * @buckets: by GrGrain; history
 * @horizons: by GrGrain; buckets ahead
 * @events: (nullable) (element-type GrEvent): those that touch the item, by first day; not owned
 * @lessons: (nullable) (element-type GrEventLesson): what they did to others; the task's own
 * @season: (nullable): of the item's family; not owned
 * @days: (nullable): on which the shop is open; not owned
 * @known_print: of the forecast that is saved, 0 where none is
 * @rows: by GrGrain; what came of it, %NULL where the saved one holds
 *
 * One item's forecast as a piece of pure work: arrays in, rows out.
 */
typedef struct {
  gint64 item_id;
  GrForecastMethod method;
  GrDemandBuckets buckets[2];
  int horizons[2];
  const GPtrArray *events;
  GArray *lessons;
  const GrSeasonRow *season;
  const GrShopDays *days;
  gint64 known_print;
  GrForecastRow *rows[2];
} GrForecastTask;

void gr_forecast_task_run (GrForecastTask *task);
GrForecast *gr_forecast_task_forecast (const GrForecastTask *task, const GrEventMarks *marks, GrGrain grain);
void gr_forecast_task_mark (const GrForecastTask *task, GrEventMarks *marks, GrGrain grain);
void gr_forecast_task_clear (GrForecastTask *task);
