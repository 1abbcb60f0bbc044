#pragma once

#include "history-rules.h"

#include "demand/calendar/shop-days.h"
#include "domain/trade/item.h"

/**
 * GrEventSources:
 * @facts: (element-type GrPlanFacts): the items in order of ids
 * @histories: (element-type gint64 GrHistoryRule): of items that events touch, and others
 * @days: on which the shop is open
 * @until: the first day that is not history yet
 *
 * What is to be known of a shop before it can be told what events did.
 */
typedef struct {
  GPtrArray *facts;
  GHashTable *histories;
  const GrShopDays *days;
  GrDate until;
} GrEventSources;

/* What past events did to the shop's items, so that each can be told what they did to the others. */
typedef struct _GrEventMemory GrEventMemory;

GrEventMemory *gr_event_memory_measure (GrDatabase *database, const GrEventSources *sources, GError **error);
GArray *gr_event_memory_lessons (const GrEventMemory *memory, const GrItem *item, const GPtrArray *events);
gboolean gr_event_memory_save (const GrEventMemory *memory, GrDatabase *database, GError **error);
gboolean gr_event_memory_renew (GrDatabase *database, const GrHistoryRule *rule, GrDate today, GError **error);
void gr_event_memory_free (GrEventMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEventMemory, gr_event_memory_free)
