#pragma once

#include "shop/base/shop.h"

#include "domain/trade/item.h"
#include "domain/stock/location.h"
#include "domain/trade/supplier.h"

/**
 * ShopFixture:
 *
 * A small shop grown from code on a Thursday: two suppliers, two families, items that sell steadily (A-*), a service,
 * a discontinued one and one that nobody sells us. Stock was counted; nothing is planned yet.
 */
typedef struct {
  char *directory;
  char *path;
  GrDate today;
  GrShop *shop;
  gint64 places[GR_N_PLACE_ROLES];
  gint64 mill, dairy; /* suppliers */
  gint64 steady[4];   /* 10, 20, 30, 40 a week; the first two from the mill */
  gint64 service, ended, homemade;
} ShopFixture;

#define FIXTURE_WEEKS 80

void shop_fixture_set_up (ShopFixture *fixture, gconstpointer data);
void shop_fixture_tear_down (ShopFixture *fixture, gconstpointer data);
void shop_fixture_go_to (ShopFixture *fixture, GrDate today);
void shop_fixture_hurry (const ShopFixture *fixture);
gint64 shop_save_item (GrShop *shop, const GrItem *item, GError **error);
gint64 shop_fixture_place (const ShopFixture *fixture, GrPlaceRole role);
void shop_fixture_sell (ShopFixture *fixture, gint64 item_id, GrDate sold_on, int units);
void shop_fixture_run_sql (const ShopFixture *fixture, const char *sql);
char *shop_fixture_dump (const ShopFixture *fixture, const char *sql);
gint64 shop_fixture_number (const ShopFixture *fixture, const char *sql);
void shop_fixture_check (const ShopFixture *fixture);
void shop_fixture_plan (const ShopFixture *fixture);
void shop_fixture_replan (const ShopFixture *fixture, const gint64 *item_ids, gsize n);
void shop_fixture_refit (const ShopFixture *fixture, const gint64 *item_ids, gsize n);
