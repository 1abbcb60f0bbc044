#pragma once

#include "domain/book/deed.h"
#include "domain/book/nouns.h"
#include "store/file/database.h"

gboolean gr_deed_book_open (
    GrDatabase *database, const GrDeedHead *head, gint64 undoes, gint64 *deed_id, GError **error);
gboolean gr_deed_book_touched (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error);
gboolean gr_deed_book_close (GrDatabase *database, gint64 *deed_id, GrNouns *nouns, GError **error);
gboolean gr_deed_book_current (GrDatabase *database, gint64 *deed_id, GError **error);
