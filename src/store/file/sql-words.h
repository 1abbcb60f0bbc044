#pragma once

/*
 * Words of SQL that stand in many statements. States of orders are those of domain/trade/purchase-order.h, health is
 * the number of domain/stock/stock-health.h; tests hold them against it.
 */
#define GR_SQL_IS_OPEN_STATE     "IN ('draft', 'approved', 'sent', 'partially-received')"
#define GR_SQL_IS_APPROVED_STATE "IN ('approved', 'sent', 'partially-received')" /* open, and no draft */
#define GR_SQL_IS_DUE_STATE      "IN ('sent', 'partially-received')"             /* the supplier has it */
#define GR_SQL_IS_SENT_STATE     "IN ('sent', 'partially-received', 'received', 'closed')"
#define GR_SQL_IS_UNSENT_STATE   "IN ('draft', 'approved')"

/* Of p, an item's line of the working plan, or none of it. */
#define GR_SQL_HEALTH       "coalesce (p.health, 6)"
#define GR_SQL_IS_EXCEPTION GR_SQL_HEALTH " <= 3"
#define GR_SQL_RUNS_OUT     "p.health IN (0, 1)"
