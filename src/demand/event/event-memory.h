#pragma once

#include "domain/plan/event-effect.h"
#include "domain/plan/event.h"
#include "domain/trade/item.h"

/* What past events did to the shop's items, so that each can be told what they did to the others. */
typedef struct _GrEventMemory GrEventMemory;

GrEventMemory *gr_event_memory_new (GArray *rows);
void gr_event_memory_add (GrEventMemory *memory, const char *name, const char *family, const GrEventTally *tally);
void gr_event_memory_add_up (GrEventMemory *memory, const GPtrArray *items);
void gr_event_memory_free (GrEventMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEventMemory, gr_event_memory_free)

const GArray *gr_event_memory_rows (const GrEventMemory *memory);
GArray *gr_event_memory_lessons (const GrEventMemory *memory, const GrItem *item, const GPtrArray *events);
