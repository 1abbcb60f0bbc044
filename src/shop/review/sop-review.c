#include "sop-review.h"

#include "shop/base/shop-private.h"
#include "sop-months.h"

/**
 * gr_shop_sop_grid:
 *
 * Families by months, 6 past and 18 ahead with the running one: what was sold and is forecast, what was bought and is
 * on order or suggested by the month it arrives in, and the stock that is left. A job for another thread.
 */
GrSopGrid *
gr_shop_sop_grid (GrShop *shop, const GrProgress *progress, GError **error)
{
  g_autoptr (GrSopReview) review = gr_sop_review_new (gr_shop_database (shop), gr_shop_today (shop), progress, error);

  return review != NULL ? g_steal_pointer (&review->grid) : NULL;
}
