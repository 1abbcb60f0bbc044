#pragma once

#include "sheet.h"
#include "sop-workbook.h"

void gr_purchase_sheets_write (const GrSheet *summary, const GrSopWorkbookData *data);
