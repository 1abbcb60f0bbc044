#pragma once

#include "sheet.h"
#include "sop-data.h"

/* The blocks of the Summary sheet, from above. */
typedef enum {
  GR_SOP_SALES,
  GR_SOP_FORECAST,
  GR_SOP_PURCHASES,
  GR_SOP_LOST,
  GR_SOP_PROJECTED,
  GR_SOP_DAYS_OF_SUPPLY,
  GR_SOP_SALES_VALUE,
  GR_SOP_FORECAST_VALUE,
  GR_SOP_PURCHASES_VALUE,
  GR_SOP_LOST_VALUE,
  GR_SOP_PROJECTED_VALUE,
  GR_SOP_N_MEASURES,
} GrSopMeasure;

#define GR_SOP_LABELS 3 /* columns before the first month */

GrSheet *gr_sop_summary_write (GrWorkbook *workbook, const GrSopWorkbookData *data);
guint gr_sop_summary_n_families (const GrSopWorkbookData *data);
guint gr_sop_summary_row (const GrSopWorkbookData *data, GrSopMeasure measure, guint family);
