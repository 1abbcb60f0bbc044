#pragma once

#include "demand/recipe/recipe.h"
#include "domain/base/item-set.h"
#include "store/file/database.h"

/* What is known of the shop's past beside its items' sales: @first, with sales; @until, that is not history yet. */
typedef struct {
  GrDate first, until;
} GrPastSpan;

/* What events did to the items of a recipe: as it was saved with their forecasts, or measured anew. */
typedef enum {
  GR_RECIPE_AS_SAVED,
  GR_RECIPE_MADE_ANEW,
} GrRecipeUse;

GrRecipe *gr_recipe_load (GrDatabase *database, const GrItemSet *items, GrDate today, GrRecipeUse use, GError **error);
GrSoldDays *gr_sold_days_load (GrDatabase *database, const GrItemSet *items, GError **error);
GArray *gr_stock_outs_load (GrDatabase *database, const GrItemSet *items, GrDate until, GError **error);
GrEventBook *gr_event_book_load (GrDatabase *database, GError **error);
gboolean gr_past_span_load (GrDatabase *database, GrDate today, GrPastSpan *span, GError **error);
