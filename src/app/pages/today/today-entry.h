#pragma once

#include "app/frame/frame.h"

#include "app/widgets/badge.h"

#include "domain/trade/purchase-order.h"
#include "shop/planning/plan-view.h"
#include "shop/planning/today-view.h"

/**
 * GrTodayEntry:
 * @id: the same for the same thing, whatever else there is to do
 * @next: (nullable): the order that the plan suggests for an item
 * @state: of an order that was not sent yet
 *
 * A thing to do, with what its words and its button need to know.
 */
typedef struct {
  gint64 id;
  GrTodayRow *row;
  GrPlanSuggestion *next;
  GrOrderState state;
} GrTodayEntry;

GrTodayEntry *gr_today_entry_new (GrTodayRow *row);
void gr_today_entry_free (gpointer data);
void gr_today_entry_look_up (GrTodayEntry *entry, GrShop *shop);

GrBadgeFace gr_today_kind_face (GrTodayKind kind);
const char *gr_today_kind_meaning (GrTodayKind kind);

char *gr_today_entry_title (const GrTodayEntry *entry);
char *gr_today_entry_sentence (const GrTodayEntry *entry, GrDate today);
const char *gr_today_entry_money_word (const GrTodayEntry *entry);

const char *gr_today_entry_verb (const GrTodayEntry *entry, GrDate today);
void gr_today_entry_do (const GrTodayEntry *entry, GrFrame *frame);
void gr_today_entry_open (const GrTodayEntry *entry, GrFrame *frame);
