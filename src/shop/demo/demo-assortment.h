#pragma once

#include "domain/base/money.h"
#include "domain/base/quantity.h"

/* How an item's demand moves through the year. */
typedef enum {
  GR_DEMO_EVEN,
  GR_DEMO_CHRISTMAS,
  GR_DEMO_WINTER,
  GR_DEMO_SUMMER,
  GR_DEMO_EASTER,
  GR_DEMO_ASPARAGUS, /* April to June, and not at all outside */
  GR_DEMO_AUTUMN,
} GrDemoSeason;

/* What happens to an item besides selling. */
typedef enum {
  GR_DEMO_STEADY,
  GR_DEMO_GROWING,
  GR_DEMO_DYING,       /* sold off over the last year and a half */
  GR_DEMO_NEW,         /* came into the shop nine weeks ago */
  GR_DEMO_PROMOTED,    /* a fortnight at a reduced price each May and October */
  GR_DEMO_RAN_OUT,     /* nothing to sell for three weeks last year */
  GR_DEMO_EMPTY_SHELF, /* its delivery is late and the shelf is empty today */
  GR_DEMO_RUNNING_LOW, /* forgotten in the last orders */
  GR_DEMO_OVERBOUGHT,  /* far too much of it */
  GR_DEMO_MISCOUNTED,  /* the till sold more than the books knew of */
} GrDemoFate;

typedef struct {
  const char *name;
  const char *email;
  const char *phone;
  int lead_time_days;
  double lead_time_sd_days;
  int payment_terms_days;
  GrMoney minimum_order_value;
  int order_every_days;
} GrDemoSupplier;

/**
 * GrDemoItem:
 * @family, @supplier: indices into the families and suppliers of the assortment
 * @weekly: units sold in an average week, before season and fate
 */
typedef struct {
  const char *code;
  const char *description;
  int family;
  int supplier;
  const char *unit;
  GrPrice unit_cost;
  GrPrice unit_price;
  double weekly;
  GrQty minimum_order_qty;
  GrQty order_multiple;
  GrDemoSeason season;
  GrDemoFate fate;
} GrDemoItem;

const char *const *gr_demo_families (gsize *n);
const char *gr_demo_item_unit (const GrDemoItem *item);
const GrDemoSupplier *gr_demo_suppliers (gsize *n);
const GrDemoItem *gr_demo_items (gsize *n);
char *gr_demo_barcode (gsize item);
