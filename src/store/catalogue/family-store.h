#pragma once

#include "store/file/database.h"

/* @service_level is 0 where the shop's holds. */
typedef struct {
  gint64 id;
  char *name;
  double service_level;
  int n_items;
} GrFamily;

void gr_family_free (GrFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFamily, gr_family_free)

GPtrArray *gr_family_store_list (GrDatabase *database, GError **error);
gboolean gr_family_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error);
gboolean gr_family_store_save (GrDatabase *database, GrFamily *family, GError **error);
gboolean gr_family_store_delete (GrDatabase *database, gint64 id, GError **error);
