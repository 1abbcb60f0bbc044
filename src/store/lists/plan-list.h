#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/plan/plan-family.h"

GPtrArray *gr_plan_list_families (GrDatabase *database, GrDate today, GError **error);
