#pragma once

#include "sheet.h"
#include "sop-workbook.h"

void
gr_sop_summary_write (GrWorkbook *workbook, const GrSopWorkbookData *data);
guint
gr_sop_summary_chart_row (const GrSopWorkbookData *data);
