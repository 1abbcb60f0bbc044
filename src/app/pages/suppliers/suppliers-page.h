#pragma once

#include "app/frame/page.h"

/**
 * GrSuppliersPage:
 *
 * All suppliers, and the one that is selected beside them.
 */
#define GR_TYPE_SUPPLIERS_PAGE (gr_suppliers_page_get_type())
G_DECLARE_FINAL_TYPE (GrSuppliersPage, gr_suppliers_page, GR, SUPPLIERS_PAGE, GrPage)
