#pragma once

#include "shop-fixture.h"

/* A deed of a history: it goes by what the ones before it left. Fails as the shop fails. */
typedef struct {
  const char *name;
  gboolean (*act) (ShopFixture *fixture, GError **error);
} ShopDeed;

/* Histories of all kinds of deeds; one without a name ends each. */
extern const ShopDeed shop_deeds_of_orders[];
extern const ShopDeed shop_deeds_of_receipts[];
extern const ShopDeed shop_deeds_of_catalogue[];
extern const ShopDeed shop_deeds_of_forecasts[];

void shop_deeds_send_one (ShopFixture *fixture);
void shop_deeds_add_young (ShopFixture *fixture);
