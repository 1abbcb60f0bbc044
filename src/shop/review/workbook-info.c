#include "workbook-info.h"

/**
 * gr_shop_workbook_info:
 *
 * Returns: what the About sheet of every workbook says; borrowed from @shop
 */
GrWorkbookInfo
gr_shop_workbook_info (GrShop *shop)
{
  return (GrWorkbookInfo){
      .shop_name = gr_shop_name (shop),
      .currency = gr_shop_currency (shop),
      .currency_digits = gr_shop_currency_digits (shop),
      .program_version = GR_VERSION,
      .today = gr_shop_today (shop),
      .created_at = gr_clock_now (gr_shop_clock (shop)),
  };
}
