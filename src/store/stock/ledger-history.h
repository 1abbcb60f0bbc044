#pragma once

#include "ledger-store.h"

#include "domain/base/item-set.h"
#include "domain/stock/ledger-row.h"

GPtrArray *gr_ledger_history_rows (
    GrDatabase *database, gint64 item_id, GrLedgerCursor *cursor, int limit, GError **error);
gboolean gr_ledger_history_day_ends (
    GrDatabase *database, gint64 item_id, const GrDate *days, gsize n_days, GrQty *stock, GError **error);

typedef gboolean (*GrLedgerDayFunc) (const GrLedgerDay *day, gpointer data);
gboolean gr_ledger_history_each_day (
    GrDatabase *database, const GrItemSet *items, GrDate from, GrLedgerDayFunc func, gpointer data, GError **error);
