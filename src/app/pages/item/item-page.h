#pragma once

#include "app/frame/page.h"

/* One item, whole. Reached from everywhere by gr_frame_show_item(). */
#define GR_TYPE_ITEM_PAGE (gr_item_page_get_type())
G_DECLARE_FINAL_TYPE (GrItemPage, gr_item_page, GR, ITEM_PAGE, GrPage)
