#pragma once

#include "app/frame/page.h"

/* All items: how much there is, how long it lasts, and beside it what to do about the selected one. */
#define GR_TYPE_STOCK_PAGE (gr_stock_page_get_type())
G_DECLARE_FINAL_TYPE (GrStockPage, gr_stock_page, GR, STOCK_PAGE, GrPage)
