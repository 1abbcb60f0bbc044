#pragma once

#include "store/file/database.h"

#include "domain/plan/event.h"

GPtrArray *gr_event_store_list (GrDatabase *database, GError **error);
GrEvent *gr_event_store_by_id (GrDatabase *database, gint64 id, GError **error);
gboolean gr_event_store_save (GrDatabase *database, GrEvent *event, GError **error);
gboolean gr_event_store_delete (GrDatabase *database, gint64 id, GError **error);
