#include "health-chips.h"

#include "badge.h"

#include <glib/gi18n.h>

void
gr_health_chips_add_all (GrChips *chips)
{
  gr_chips_add (chips, &(GrChip){GR_HEALTH_CHIP_ALL, _ ("All"), NULL, NULL, NULL});
}

void
gr_health_chips_add_healths (GrChips *chips)
{
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
  gr_chips_set_count (chips, GR_HEALTH_CHIP_ALL, n_all);
}
