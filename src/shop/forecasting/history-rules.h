#pragma once

#include "shop/stock/stock-outs.h"

#include "forecast/engine/forecast.h"
#include "store/sales/demand-mark-store.h"

/**
 * GrHistoryRule:
 * @method: the one to forecast by
 * @from: the first day of history that counts, %GR_DATE_NONE for all of it
 * @silent: (nullable) (element-type GrDaySpan): days that say nothing of demand
 * @events: (nullable) (element-type GrEvent): those that touch the item, by first day
 * @predecessor: (nullable): how the history of the item is to be read whose place this one takes
 * @share: what this one sells of what that one sold, 0 to have it measured
 *
 * How an item's history is to be read: what the owner chose, and what its ledger knows of stock-outs.
 */
typedef struct _GrHistoryRule {
  gint64 item_id;
  GrForecastMethod method;
  GrDate from;
  GArray *silent;
  GPtrArray *events;
  struct _GrHistoryRule *predecessor;
  double share;
} GrHistoryRule;

void gr_history_rule_free (GrHistoryRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrHistoryRule, gr_history_rule_free)
GHashTable *gr_history_rules_load_all (GrDatabase *database, GrDate until, GError **error);
GrHistoryRule *gr_history_rule_load (GrDatabase *database, gint64 item_id, GrDate until, GError **error);
void gr_history_rule_begin (
    const GrHistoryRule *rule, GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until);
