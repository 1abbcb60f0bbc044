#include "location.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} roles[GR_N_PLACE_ROLES] = {
    [GR_PLACE_SUPPLIERS] = {"suppliers", NC_ ("place", "Suppliers")},
    [GR_PLACE_CUSTOMERS] = {"customers", NC_ ("place", "Customers")},
    [GR_PLACE_ADJUSTMENTS] = {"adjustments", NC_ ("place", "Adjustments")},
    [GR_PLACE_SHOP] = {"shop", NC_ ("place", "Shop")},
    [GR_PLACE_WAREHOUSE] = {"warehouse", NC_ ("place", "Warehouse")},
};

void
gr_location_free (GrLocation *location)
{
  if (location == NULL)
    return;
  g_free (location->name);
  g_free (location);
}

const char *
gr_place_role_id (GrPlaceRole role)
{
  return roles[role].id;
}

/**
 * gr_place_role_title:
 *
 * Returns: what the place is called, translated, until the owner names it.
 */
const char *
gr_place_role_title (GrPlaceRole role)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "place", roles[role].title);
}

gboolean
gr_place_role_from_id (const char *id, GrPlaceRole *out)
{
  for (guint i = 0; i < GR_N_PLACE_ROLES; i++)
    if (g_strcmp0 (roles[i].id, id) == 0) {
      *out = (GrPlaceRole) i;
      return TRUE;
    }
  return FALSE;
}
