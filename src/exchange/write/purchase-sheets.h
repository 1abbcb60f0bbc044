#pragma once

#include "sheet.h"
#include "sop-data.h"

void gr_purchase_sheets_write (const GrSheet *summary, const GrSopWorkbookData *data);
