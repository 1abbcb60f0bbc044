#pragma once

#include "shop-fixture.h"

#include "domain/trade/purchase-order.h"
#include "domain/trade/supplier.h"
#include "store/plans/plan-store.h"
#include "store/stock/ledger-history.h"

/* What a shop says of itself, in words: tests ask here, so that none of them knows how a file is laid out. */

/* Orders. A line that is not there is all zero. */
const char *shop_fixture_state (const ShopFixture *fixture, gint64 order_id);
GrPurchaseOrder *shop_fixture_order (const ShopFixture *fixture, gint64 order_id);
GrPurchaseOrderLine shop_fixture_line (const ShopFixture *fixture, gint64 order_id, gint64 item_id);
GrQty shop_fixture_ordered (const ShopFixture *fixture, gint64 item_id);
int shop_fixture_n_orders (const ShopFixture *fixture);
int shop_fixture_n_lines (const ShopFixture *fixture);

/* Stock. */
GArray *shop_fixture_items (const ShopFixture *fixture);
GrSupplierItem *shop_fixture_terms (const ShopFixture *fixture, gint64 item_id);
GrQty shop_fixture_on_hand (const ShopFixture *fixture, gint64 item_id);
GrQty shop_fixture_lies (const ShopFixture *fixture, gint64 item_id, gint64 location_id);
GPtrArray *shop_fixture_ledger (const ShopFixture *fixture, gint64 item_id);
int shop_fixture_n_moves (const ShopFixture *fixture, GrMoveKind kind);
void shop_fixture_sold (const ShopFixture *fixture, GrDate from, GrQty *qty, GrMoney *revenue);

/* The plan. */
int shop_fixture_n_due (const ShopFixture *fixture);
GPtrArray *shop_fixture_suggested (const ShopFixture *fixture, gint64 item_id);
GrPlanLine shop_fixture_plan_line (const ShopFixture *fixture, gint64 item_id);
char *shop_fixture_explain (const ShopFixture *fixture, gint64 item_id, GrGrain grain);
void shop_fixture_assert_plan_follows (const ShopFixture *fixture, const char *after);
gboolean shop_fixture_is_planned (const ShopFixture *fixture, gint64 item_id);

/* The journal. */
int shop_fixture_n_deeds (const ShopFixture *fixture);
char *shop_fixture_last_title (const ShopFixture *fixture);

/* Everything of a kind as text, to be compared. */
char *shop_fixture_plan_text (const ShopFixture *fixture);
char *shop_fixture_orders_text (const ShopFixture *fixture);
char *shop_fixture_books_text (const ShopFixture *fixture);
