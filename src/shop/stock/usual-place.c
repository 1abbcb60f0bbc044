#include "usual-place.h"

#include "stock/allocation.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"

/**
 * gr_usual_place_find:
 *
 * Where goods of an item go unless a place is named: where most of it lies; the shop's own floor where it lies nowhere.
 */
gboolean
gr_usual_place_find (GrDatabase *database, gint64 item_id, gint64 *location_id, GError **error)
{
  g_autoptr (GPtrArray) balances = gr_ledger_balances (database, item_id, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (GrPlaceQty));

  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++) {
    const GrBalance *balance = g_ptr_array_index (balances, i);
    GrPlaceQty place = {balance->location_id, balance->qty};

    g_array_append_val (places, place);
  }
  *location_id = gr_allocation_usual_place ((const GrPlaceQty *) (gpointer) places->data, places->len);
  return *location_id != 0 || gr_location_store_role (database, GR_PLACE_SHOP, location_id, error);
}
