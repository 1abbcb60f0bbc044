#pragma once

#include "sop-data.h"

void gr_accuracy_sheet_write (GrWorkbook *workbook, const GrSopWorkbookData *data);
