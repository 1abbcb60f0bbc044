#pragma once

#include "store/file/database.h"

#include "domain/base/quantity.h"
#include "domain/plan/event-effect.h"

gboolean gr_event_effect_store_replace_all (GrDatabase *database, const GArray *rows, GError **error);
gboolean gr_event_effect_store_replace_item (GrDatabase *database, gint64 item_id, const GArray *rows, GError **error);
gboolean gr_event_effect_store_others (GrDatabase *database, const char *name, gint64 item_id, GrEventTally *family,
    GrEventTally *elsewhere, GError **error);
