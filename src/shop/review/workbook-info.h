#pragma once

#include "shop/base/shop.h"

#include "exchange/write/workbook.h"

/* For the exports of this room. */
GrWorkbookInfo gr_shop_workbook_info (GrShop *shop);
