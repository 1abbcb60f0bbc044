#pragma once

#include "today-entry.h"

/**
 * GrTodayRowView:
 *
 * A line of the page of today: what it is, in a sentence, the money, and the button that does it.
 */
#define GR_TYPE_TODAY_ROW_VIEW (gr_today_row_view_get_type())
G_DECLARE_FINAL_TYPE (GrTodayRowView, gr_today_row_view, GR, TODAY_ROW_VIEW, GtkWidget)

GtkWidget *gr_today_row_view_new (void);
void gr_today_row_view_show_entry (GrTodayRowView *self, const GrTodayEntry *entry, GrShop *shop);
