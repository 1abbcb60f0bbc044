#include "location.h"

void
gr_location_free (GrLocation *location)
{
  if (location == NULL)
    return;
  g_free (location->name);
  g_free (location);
}
