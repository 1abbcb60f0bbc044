#pragma once

#include <glib.h>

/**
 * GrPlanningTicks:
 *
 * The items whose suggestions are chosen. Whoever owns the ticks is told when there are others.
 */
typedef struct _GrPlanningTicks GrPlanningTicks;

GrPlanningTicks *gr_planning_ticks_new (void (*changed) (gpointer owner), gpointer owner);
void gr_planning_ticks_free (GrPlanningTicks *ticks);
gboolean gr_planning_ticks_has (const GrPlanningTicks *ticks, gint64 item_id);
void gr_planning_ticks_turn (GrPlanningTicks *ticks, gint64 item_id);
gboolean gr_planning_ticks_clear (GrPlanningTicks *ticks);
GArray *gr_planning_ticks_list (const GrPlanningTicks *ticks);
