#pragma once

#include "sop-workbook.h"

void gr_accuracy_sheet_write (GrWorkbook *workbook, const GrSopWorkbookData *data);
