#pragma once

#include "shop-fixture.h"

#include "store/plans/forecast-store.h"

/* Saved forecasts, in words; NULL where an item has none of that grain. */
GrForecastRow *shop_fixture_forecast (const ShopFixture *fixture, gint64 item_id, GrGrain grain);
int shop_fixture_n_forecasts (const ShopFixture *fixture);
double shop_fixture_mean (const ShopFixture *fixture, gint64 item_id, GrGrain grain);
double shop_fixture_mean_on (const ShopFixture *fixture, gint64 item_id, GrGrain grain, GrDate day);
char *shop_fixture_forecasts_text (const ShopFixture *fixture);

/* Which were made again: all are marked, and a new one bears no mark. Forgotten ones are made again by the next plan.
 */
void shop_fixture_mark_forecasts (const ShopFixture *fixture);
gboolean shop_fixture_is_marked (const ShopFixture *fixture, gint64 item_id);
void shop_fixture_forget_forecasts (const ShopFixture *fixture);
