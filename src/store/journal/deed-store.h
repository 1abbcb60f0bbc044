#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/book/deed.h"
#include "domain/book/nouns.h"

gboolean gr_deed_begin (GrDatabase *database, const GrDeedHead *head, GError **error);
gboolean gr_deed_set_title (GrDatabase *database, const char *title, GError **error);
gboolean gr_deed_open_id (GrDatabase *database, gint64 *deed_id, GError **error);
gboolean gr_deed_finish (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error);
void gr_deed_abandon (GrDatabase *database);

/* Begun like gr_deed_begin(), and to be ended in the same way. */
gboolean gr_deed_undo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GError **error);
gboolean gr_deed_redo (GrDatabase *database, gint64 deed_id, const GrDeedHead *head, GError **error);
gboolean gr_deed_next_undo (GrDatabase *database, GrDeed **deed, GError **error);
gboolean gr_deed_next_redo (GrDatabase *database, GrDeed **deed, GError **error);

GrDeed *gr_deed_by_id (GrDatabase *database, gint64 deed_id, GError **error);
GPtrArray *gr_deed_list (GrDatabase *database, gint64 before_id, int limit, GError **error);
GPtrArray *gr_deed_row_history (GrDatabase *database, const char *table, gint64 row_id, GError **error);
