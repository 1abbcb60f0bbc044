#pragma once

#include <glib.h>

/* Items that sell alike. @service_level, a share of order cycles, is 0 where the shop's holds. */
typedef struct {
  gint64 id;
  char *name;
  double service_level;
  int n_items;
} GrFamily;

void gr_family_free (GrFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFamily, gr_family_free)
