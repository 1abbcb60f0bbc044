#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

/**
 * GrSuggestion:
 * @step: 0 for the item's first, the one to act on
 * @need: makes stock last through @covers_until
 * @lost: what will have been asked for in vain until the goods are here
 * @qty: after minimum and multiple
 * @needed_on: the day on which stock would fall below safety stock
 * @order_by: the last on which to order for that, never in the past
 * @order_on: when to order: today where the next review would be too late, else @order_by
 * @is_late: the goods, ordered today, come after @needed_on
 * @value: at @unit_price
 * @money_at_risk: of the item's line of the plan
 *
 * An order to place. @lost, @order_by and @covers_until are known while it is found and not kept; the names, @value and
 * @money_at_risk are read with a kept one and never written.
 */
typedef struct {
  gint64 item_id;
  int step;
  gint64 supplier_id;
  GrQty need;
  GrQty lost;
  GrQty qty;
  GrPrice unit_price;
  GrDate needed_on;
  GrDate order_by;
  GrDate order_on;
  GrDate arrive_on;
  GrDate covers_until;
  gboolean is_late;
  char *item_code;
  char *item_description;
  char *unit;
  char *supplier_name;
  GrMoney value;
  GrMoney money_at_risk;
} GrSuggestion;

void gr_suggestion_free (GrSuggestion *suggestion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrSuggestion, gr_suggestion_free)
