#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/stock/move.h"
#include "domain/stock/balance.h"

gboolean gr_ledger_post (GrDatabase *database, const GrMove *move, gint64 *move_id, GError **error);
gboolean gr_ledger_adjust (GrDatabase *database, const GrMove *what, GrQty change, GError **error);
gboolean gr_ledger_reverse (GrDatabase *database, gint64 move_id, GError **error);

gboolean gr_ledger_on_hand (GrDatabase *database, gint64 item_id, GrQty *on_hand, GError **error);
GArray *gr_ledger_all_on_hand (GrDatabase *database, const GrItemSet *items, GError **error);
GPtrArray *gr_ledger_balances (GrDatabase *database, gint64 item_id, GError **error);
