#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/quantity.h"
#include "domain/plan/event-effect.h"

gboolean gr_event_effect_store_replace (
    GrDatabase *database, const GrItemSet *items, const GArray *rows, GError **error);
GArray *gr_event_effect_store_list (GrDatabase *database, const GrItemSet *items, GError **error);

/* @family: (nullable). */
typedef void (*GrEventTotalFunc) (const char *name, const char *family, const GrEventTally *tally, gpointer data);
gboolean gr_event_effect_store_totals (
    GrDatabase *database, const GPtrArray *names, GrEventTotalFunc func, gpointer data, GError **error);
