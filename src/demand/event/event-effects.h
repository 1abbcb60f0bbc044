#pragma once

#include "demand/calendar/shop-days.h"
#include "demand/history/item-history.h"

void gr_event_effects_measure (const GrItemHistory *item, const GrShopDays *days, GrDate until, GArray *rows);
