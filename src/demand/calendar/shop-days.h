#pragma once

#include "domain/base/date.h"

/**
 * GrShopDays:
 * @starts: by GrGrain: the first bucket, that of the first sale of all
 * @weights: by GrGrain; (nullable) (array length=lengths): how many days the shop was open in each past bucket, and
 *   will be in each of those to come; %NULL where the sales don't tell
 *
 * The shop's calendar, learnt from its own sales: a day on which it sold as it does is an open one.
 */
typedef struct {
  GrDate starts[2];
  int lengths[2];
  double *weights[2];
} GrShopDays;

GrShopDays *gr_shop_days_learn (const GArray *open_days, GrDate until);
void gr_shop_days_free (GrShopDays *days);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrShopDays, gr_shop_days_free)

const double *gr_shop_days_from (const GrShopDays *days, GrGrain grain, GrDate start, int n);
