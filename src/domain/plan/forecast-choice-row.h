#pragma once

#include "domain/base/date.h"

/**
 * GrForecastChoiceRow:
 * @method: (nullable): the one method to forecast by
 * @history_from: the first day of history that counts, %GR_DATE_NONE for all of it
 *
 * How the owner wants an item forecast.
 */
typedef struct {
  gint64 item_id;
  char *method;
  GrDate history_from;
} GrForecastChoiceRow;

void gr_forecast_choice_row_free (GrForecastChoiceRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrForecastChoiceRow, gr_forecast_choice_row_free)
