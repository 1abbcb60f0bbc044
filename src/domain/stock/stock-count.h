#pragma once

#include "domain/base/date.h"

/* What became of a count that was entered. */
typedef enum {
  GR_COUNT_TAKEN,
  GR_COUNT_OUTDATED, /* a later count is there already; nothing was done */
} GrCountResult;

/* Since when the ledger knows what is in stock of an item. */
typedef struct {
  gint64 item_id;
  GrDate day;
} GrFirstKnownDay;
