#pragma once

#include "shop.h"

#include "exchange/workbook.h"

/* For the exports of this room. */
GrWorkbookInfo gr_shop_workbook_info (GrShop *shop);
