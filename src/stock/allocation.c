#include "allocation.h"

/**
 * gr_allocation_usual_place:
 * @places: (array length=n): by number of the place
 *
 * Returns: where an item usually lies: the place with most of it, of equal ones the first; 0 where there is none
 */
gint64
gr_allocation_usual_place (const GrPlaceQty *places, gsize n)
{
  const GrPlaceQty *most = NULL;

  for (gsize i = 0; i < n; i++)
    if (most == NULL || places[i].qty > most->qty)
      most = &places[i];
  return most != NULL ? most->location_id : 0;
}
