#pragma once

#include "choose-forecast.h"

/**
 * GrForecastCard:
 * @method: the one that the item is forecast by, its title
 * @why: why by that one, a sentence
 * @record: (nullable): how good it has been, a sentence
 * @warning: (nullable): where it leans to one side
 * @lines: (element-type GrExplanationLine): what the figures are made of, so that a person can redo the sum
 * @choice: what the owner chose
 * @findings: (element-type GrDemandFinding): days that ask for a decision, newest first
 *
 * All that a person can know of an item's forecast and decide about it.
 */
typedef struct {
  char *method;
  char *why;
  char *record;
  char *warning;
  GPtrArray *lines;
  GrForecastChoice choice;
  GArray *findings;
} GrForecastCard;

GrForecastCard *gr_shop_forecast_card (GrShop *shop, gint64 item_id, GrGrain grain, GError **error);
void gr_forecast_card_free (GrForecastCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrForecastCard, gr_forecast_card_free)
