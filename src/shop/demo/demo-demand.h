#pragma once

#include "demo-assortment.h"
#include "demo-random.h"

#include "domain/base/date.h"

double gr_demo_demand_mean (const GrDemoItem *item, GrDate on, GrDate today);
GrQty gr_demo_demand_draw (const GrDemoItem *item, double mean, GrDemoRandom *random);
GrPrice gr_demo_demand_price (const GrDemoItem *item, GrDate on);
gboolean gr_demo_is_open (GrDate on);
GrDate gr_demo_easter (int year);
