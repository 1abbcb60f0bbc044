#pragma once

#include "page.h"

#include "app/widgets/frame-layout.h"

/**
 * GrPageHeader:
 *
 * The bar above a page: Back, its title, the search entry, its primary button and the menu; on narrow windows the
 * search entry unfolds below and the button is an icon.
 */
#define GR_TYPE_PAGE_HEADER (gr_page_header_get_type())
G_DECLARE_FINAL_TYPE (GrPageHeader, gr_page_header, GR, PAGE_HEADER, GtkWidget)

void gr_page_header_show_page (GrPageHeader *self, GrPage *page, gboolean can_go_back);
void gr_page_header_set_mode (GrPageHeader *self, GrFrameMode mode);
void gr_page_header_set_deeds (GrPageHeader *self, const char *undo_title, const char *redo_title);
void gr_page_header_find (GrPageHeader *self);
void gr_page_header_clear_search (GrPageHeader *self);
