#pragma once

#include "plan-facts.h"

#include "domain/progress.h"

GPtrArray *
gr_forecast_items (
    GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, const GrProgress *progress, GError **error);
