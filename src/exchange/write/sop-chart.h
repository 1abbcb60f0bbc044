#pragma once

#include "sop-summary.h"

/* @family: the number of families for the total */
typedef struct {
  const GrSheet *summary;
  const GrSopWorkbookData *data;
  guint family;
} GrSopChart;

void gr_sop_chart_add (const GrSopChart *chart, GrSheet *sheet, guint row);
void gr_sop_chart_sheet_write (const GrSheet *summary, const GrSopWorkbookData *data);
