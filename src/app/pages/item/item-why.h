#pragma once

#include "domain/plan/explanation.h"

#include <gtk/gtk.h>

/**
 * GrItemWhy:
 *
 * The answer first, and behind a button the chain of numbers that it follows from.
 */
#define GR_TYPE_ITEM_WHY (gr_item_why_get_type())
G_DECLARE_FINAL_TYPE (GrItemWhy, gr_item_why, GR, ITEM_WHY, GtkWidget)

void gr_item_why_show_explanation (GrItemWhy *self, const GrExplanation *explanation);
void gr_item_why_set_open (GrItemWhy *self, gboolean is_open);
gboolean gr_item_why_is_open (GrItemWhy *self);
