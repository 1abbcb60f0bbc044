#pragma once

#include "app/frame/page.h"

/**
 * GrOrderPage:
 *
 * One purchase order, whole.
 */
#define GR_TYPE_ORDER_PAGE (gr_order_page_get_type())
G_DECLARE_FINAL_TYPE (GrOrderPage, gr_order_page, GR, ORDER_PAGE, GrPage)
