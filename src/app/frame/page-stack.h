#pragma once

#include "page.h"

#include "page-registry.h"

/**
 * GrPageStack:
 *
 * Every page of the registry, one of them on screen, and the way back from it.
 *
 * Signal: "changed": another page is on screen, or the same with another title or primary button.
 */
#define GR_TYPE_PAGE_STACK (gr_page_stack_get_type())
G_DECLARE_FINAL_TYPE (GrPageStack, gr_page_stack, GR, PAGE_STACK, GtkWidget)

gboolean gr_page_stack_go (GrPageStack *self, const char *page_id, gint64 id);
gboolean gr_page_stack_go_back (GrPageStack *self);
gboolean gr_page_stack_can_go_back (GrPageStack *self);
void gr_page_stack_go_home (GrPageStack *self, const char *wanted_id);

void gr_page_stack_focus (GrPageStack *self);
GrPage *gr_page_stack_get_page (GrPageStack *self);
const GrPageEntry *gr_page_stack_get_entry (GrPageStack *self);

void gr_page_stack_set_shop (GrPageStack *self, GrShop *shop);
void gr_page_stack_note_changes (GrPageStack *self, GrNouns what);
guint gr_page_stack_count_waiting (GrPageStack *self, const char *page_id);
