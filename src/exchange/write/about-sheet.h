#pragma once

#include "sheet.h"

GrSheet *gr_about_sheet_new (GrWorkbook *workbook, const char *title);
void gr_about_sheet_add_text (GrSheet *sheet, const char *name, const char *text);
void gr_about_sheet_add_date (GrSheet *sheet, const char *name, GrDate date);
void gr_about_sheet_add_instant (GrSheet *sheet, const char *name, GrInstant instant);
void gr_about_sheet_add_link (GrSheet *sheet, const char *sheet_name, guint row, const char *what);
