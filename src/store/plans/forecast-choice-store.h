#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/date.h"
#include "domain/plan/forecast-choice.h"

GArray *gr_forecast_choice_store_list (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_forecast_choice_store_save (GrDatabase *database, const GrForecastChoice *choice, GError **error);
