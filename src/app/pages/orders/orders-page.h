#pragma once

#include "app/frame/page.h"

/**
 * GrOrdersPage:
 *
 * All purchase orders, the open ones first, and the one that is selected beside them.
 */
#define GR_TYPE_ORDERS_PAGE (gr_orders_page_get_type())
G_DECLARE_FINAL_TYPE (GrOrdersPage, gr_orders_page, GR, ORDERS_PAGE, GrPage)
