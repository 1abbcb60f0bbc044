#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/**
 * GrSaleLine:
 * @qty: negative where goods came back; never 0
 * @invoice: (nullable): its number, where the file has one
 * @line: the line's number on the invoice, 0 where the file has none
 */
typedef struct {
  gint64 item_id;
  GrDate sold_on;
  GrQty qty;
  GrPrice unit_price;
  const char *invoice;
  int line;
} GrSaleLine;
