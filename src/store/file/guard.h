#pragma once

#include "database.h"

/**
 * GrGuard:
 *
 * The triggers of a table taken down while much is written to it. A trigger costs as much as the row it guards. Only
 * inside a deed's transaction: no one else ever sees the table without them, and a rollback puts them up again.
 */
typedef struct _GrGuard GrGuard;

GrGuard *gr_guard_take_down (GrDatabase *database, const char *table, GError **error);
gboolean gr_guard_put_up (GrGuard *guard, GError **error);
void gr_guard_free (GrGuard *guard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrGuard, gr_guard_free)
