#include "health-chips.h"

#include "badge.h"

#include <glib/gi18n.h>

void
gr_health_chips_add_all (GrChips *chips)
{
  gr_chips_add (chips, &(GrChip){GR_HEALTH_CHIP_ALL, _ ("All"), NULL, NULL, NULL});
}

/* What is wrong in the books comes before what the plan says. */
void
gr_health_chips_add_healths (GrChips *chips)
{
  GrBadgeFace below = gr_badge_face_of_stock (GR_HEALTH_NONE, -1);

  gr_chips_add (chips, &(GrChip){GR_STOCK_BELOW_ZERO, below.text, below.icon_name, below.style,
                           gr_stock_state_meaning (GR_HEALTH_NONE, -1)});
  for (int health = 0; health < GR_N_HEALTHS; health++) {
    GrBadgeFace face = gr_badge_face_of_health ((GrStockHealth) health);
    GrChip chip = {health, face.text, face.icon_name, face.style, gr_stock_health_meaning ((GrStockHealth) health)};

    gr_chips_add (chips, &chip);
  }
}

/**
 * gr_health_chips_count:
 *
 * Shows how many items each chip stands for.
 */
void
gr_health_chips_count (GrChips *chips, const GrStockTotals *totals)
{
  gint64 n_all = 0;

  for (int health = 0; health < GR_N_HEALTHS; health++) {
    gr_chips_set_count (chips, health, totals->n_by_health[health]);
    n_all += totals->n_by_health[health];
  }
  gr_chips_set_count (chips, GR_STOCK_BELOW_ZERO, totals->n_below_zero);
  gr_chips_set_count (chips, GR_HEALTH_CHIP_ALL, n_all);
}
