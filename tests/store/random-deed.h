#pragma once

#include "store/file/database.h"

/* Does one deed of a made-up shop, of any kind. Returns its number, 0 where nothing came of it. Fails as the store
 * fails. */
gint64 random_deed (GrDatabase *database, GRand *rand, GError **error);
gint64 random_undo (GrDatabase *database, GRand *rand, GError **error);
gint64 random_bulk (GrDatabase *database, GRand *rand, GError **error);
