#pragma once

#include "app/frame/frame.h"

#include "domain/trade/purchase-order.h"
#include "shop/planning/plan-view.h"
#include "shop/planning/today-view.h"

/**
 * GrTodayEntry:
 * @id: the same for the same thing, whatever else there is to do
 * @next: (nullable): the order that the plan suggests for an item
 * @state: of an order that was not sent yet
 *
 * A thing to do, with what its words and its button need to know. today-kinds.h has the words.
 */
typedef struct {
  gint64 id;
  GrTodayRow *row;
  GrSuggestion *next;
  GrOrderState state;
} GrTodayEntry;

GrTodayEntry *gr_today_entry_new (GrTodayRow *row, gint64 about_id);
void gr_today_entry_free (gpointer data);

char *gr_today_entry_title (const GrTodayEntry *entry);
void gr_today_entry_open (const GrTodayEntry *entry, GrFrame *frame);
