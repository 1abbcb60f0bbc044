#pragma once

#include "domain/book/deed.h"

#include <glib.h>

/**
 * GrOwnDeeds:
 *
 * What this program did to a file since it opened it, on whichever thread, so that what others do can be told from it.
 * Counted references; safe for threads.
 */
typedef struct _GrOwnDeeds GrOwnDeeds;

GrOwnDeeds *gr_own_deeds_new (void);
GrOwnDeeds *gr_own_deeds_ref (GrOwnDeeds *own);
void gr_own_deeds_unref (GrOwnDeeds *own);

void gr_own_deeds_add (GrOwnDeeds *own, gint64 deed_id);
void gr_own_deeds_remove (GrOwnDeeds *own, gint64 deed_id);
gboolean gr_own_deeds_have (GrOwnDeeds *own, gint64 deed_id);
gboolean gr_own_deeds_made (GrOwnDeeds *own, const GrDeed *deed);

void gr_own_deeds_note_write (GrOwnDeeds *own);
guint gr_own_deeds_count_writes (GrOwnDeeds *own);
