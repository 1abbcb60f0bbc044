#pragma once

#include "app/frame/page.h"

/**
 * GrSupplierPage:
 *
 * One supplier, whole.
 */
#define GR_TYPE_SUPPLIER_PAGE (gr_supplier_page_get_type())
G_DECLARE_FINAL_TYPE (GrSupplierPage, gr_supplier_page, GR, SUPPLIER_PAGE, GrPage)
