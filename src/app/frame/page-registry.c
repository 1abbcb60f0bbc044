#include "page-registry.h"

#include "app/pages/item/item-page.h"
#include "app/pages/orders/order-page.h"
#include "app/pages/orders/orders-page.h"
#include "app/pages/planning/planning-page.h"
#include "app/pages/stock/stock-page.h"
#include "app/pages/today/today-page.h"
#include "app/pages/suppliers/supplier-page.h"
#include "app/pages/suppliers/suppliers-page.h"
#include "app/pages/welcome/welcome-page.h"

#include <glib/gi18n.h>

/* In the order of the sidebar; Alt+1, Alt+2... are the first ones. Adding a page is adding its line here. */
static const GrPageEntry entries[] = {
    {"welcome", NULL, NULL, NULL, NULL, gr_welcome_page_get_type},
    {"today", N_ ("Today"), NULL, "gr-today-symbolic", NULL, gr_today_page_get_type},
    {"stock", N_ ("Stock"), NULL, "gr-stock-symbolic", NULL, gr_stock_page_get_type},
    {"item", NULL, NULL, NULL, "stock", gr_item_page_get_type},
    {"suppliers", N_ ("Suppliers"), NULL, "gr-suppliers-symbolic", NULL, gr_suppliers_page_get_type},
    {"supplier", NULL, NULL, NULL, "suppliers", gr_supplier_page_get_type},
    {"orders", N_ ("Purchase orders"), N_ ("Orders"), "gr-orders-symbolic", NULL, gr_orders_page_get_type},
    {"order", NULL, NULL, NULL, "orders", gr_order_page_get_type},
    {"planning", N_ ("Planning"), NULL, "gr-planning-symbolic", NULL, gr_planning_page_get_type},
};

/**
 * gr_page_registry:
 *
 * Returns: (array length=n): every page that the window has
 */
const GrPageEntry *
gr_page_registry (gsize *n)
{
  *n = G_N_ELEMENTS (entries);
  return entries;
}
