#pragma once

#include <glib.h>

/* Places that every shop has; the first three are the other ends of the double entry. */
typedef enum {
  GR_PLACE_SUPPLIERS,
  GR_PLACE_CUSTOMERS,
  GR_PLACE_ADJUSTMENTS,
  GR_PLACE_SHOP,
  GR_PLACE_WAREHOUSE,
} GrPlaceRole;

#define GR_N_PLACE_ROLES (GR_PLACE_WAREHOUSE + 1)

/* A place that goods lie in, come from or go to. */
typedef struct {
  gint64 id;
  char *name;
  gboolean is_internal; /* goods there are the shop's stock */
} GrLocation;

void gr_location_free (GrLocation *location);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrLocation, gr_location_free)

const char *gr_place_role_id (GrPlaceRole role);
const char *gr_place_role_title (GrPlaceRole role);
gboolean gr_place_role_from_id (const char *id, GrPlaceRole *out);
