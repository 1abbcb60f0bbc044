#pragma once

#include "forecast-method.h"

#include "domain/base/date.h"

/**
 * GrForecastChoice:
 * @method: the one to forecast by, %GR_METHOD_AUTOMATIC to leave it to the program
 * @history_from: the first day of history that counts, %GR_DATE_NONE for all of it
 *
 * How the owner wants an item forecast.
 */
typedef struct {
  gint64 item_id;
  GrForecastMethod method;
  GrDate history_from;
} GrForecastChoice;
