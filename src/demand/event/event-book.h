#pragma once

#include "domain/plan/event.h"

/* All events of the shop, to be asked which of them touch an item. */
typedef struct _GrEventBook GrEventBook;

GrEventBook *gr_event_book_new (GPtrArray *events);
gboolean gr_event_book_is_empty (const GrEventBook *book);
GPtrArray *gr_event_book_of_item (GrEventBook *book, gint64 item_id, const char *family);
void gr_event_book_free (GrEventBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrEventBook, gr_event_book_free)
