#pragma once

#include <glib.h>

/* Places that every shop has; the first three are the other ends of the double entry. */
enum {
  GR_LOCATION_SUPPLIERS = 1,
  GR_LOCATION_CUSTOMERS = 2,
  GR_LOCATION_ADJUSTMENTS = 3,
  GR_LOCATION_SHOP = 4,
  GR_LOCATION_WAREHOUSE = 5,
};

/* A place that goods lie in, come from or go to. */
typedef struct {
  gint64 id;
  char *name;
  gboolean is_internal; /* goods there are the shop's stock */
} GrLocation;

void gr_location_free (GrLocation *location);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrLocation, gr_location_free)
