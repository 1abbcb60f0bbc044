#include "nouns.h"

/**
 * gr_nouns_with_plan:
 *
 * Returns: @nouns, and the plan where it follows from one of them: it is made again at the end of such deeds.
 */
GrNouns
gr_nouns_with_plan (GrNouns nouns)
{
  const GrNouns planned_from = GR_NOUN_ITEMS | GR_NOUN_STOCK | GR_NOUN_SUPPLIERS | GR_NOUN_ORDERS | GR_NOUN_SALES |
                               GR_NOUN_SETTINGS | GR_NOUN_FORECASTS;

  return nouns & planned_from ? nouns | GR_NOUN_PLAN : nouns;
}
