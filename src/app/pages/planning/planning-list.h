#pragma once

#include "planning-families.h"
#include "planning-items.h"

/**
 * GrPlanningList:
 *
 * The left half of the planning page: items or families, the worst first, with their filters; and the boxes that choose
 * suggestions.
 *
 * Signals: "selected": another line, or the other list; "activated" (gint64 id): Enter or a double click; "ticked":
 * other suggestions are chosen; "surveyed": counts are there.
 */
#define GR_TYPE_PLANNING_LIST (gr_planning_list_get_type())
G_DECLARE_FINAL_TYPE (GrPlanningList, gr_planning_list, GR, PLANNING_LIST, GtkWidget)

void gr_planning_list_set_shop (GrPlanningList *self, GrShop *shop);
void gr_planning_list_begin_anew (GrPlanningList *self);
void gr_planning_list_refresh (GrPlanningList *self);
void gr_planning_list_search (GrPlanningList *self, const char *text);
gint64 gr_planning_list_get_item (GrPlanningList *self);
const GrPlanningFamilyRow *gr_planning_list_get_family (GrPlanningList *self);
void gr_planning_list_show_item (GrPlanningList *self, gint64 item_id);
void gr_planning_list_show_family (GrPlanningList *self, gint64 family_id);
void gr_planning_list_show_all (GrPlanningList *self);
void gr_planning_list_tick_selected (GrPlanningList *self);
void gr_planning_list_untick_all (GrPlanningList *self);
GArray *gr_planning_list_get_ticked (GrPlanningList *self);
gint64 gr_planning_list_count_due (GrPlanningList *self);
void gr_planning_list_focus (GrPlanningList *self);
